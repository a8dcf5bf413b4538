package dev.pharos.ui.note;

import java.time.Duration;

/// A text that ends whoever reads in it for too long, since an expression may take for ever to find
/// that it fits nowhere. One thread.
final class Watched implements CharSequence {
    private static final int SELDOM = 0xFFF;

    private final CharSequence text;
    private final long end;
    private int reads;

    /// The time is over.
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        Over() {
            super("too long", null, false, false);
        }
    }

    Watched(CharSequence text, Duration patience) {
        this(text, System.nanoTime() + patience.toNanos());
    }

    private Watched(CharSequence text, long end) {
        this.text = text;
        this.end = end;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if ((++reads & SELDOM) == 0 && System.nanoTime() - end > 0) {
            throw new Over();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int stop) {
        return new Watched(text.subSequence(start, stop), end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
