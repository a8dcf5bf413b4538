package dev.pharos.engine.document;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One block of a PDF page with the glyph behind each of its characters. One thread.
final class PdfBlock {

    private static final Pattern MARKER =
            Pattern.compile("[^\\p{L}\\p{N}\\s$€£%+=-]|\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]");

    private final StringBuilder words = new StringBuilder();
    private final List<@Nullable Glyph> glyphs = new ArrayList<>();
    private final float em;
    private final boolean bold;
    private final boolean rotated;
    private boolean cells;

    PdfBlock(float em, boolean bold, boolean rotated) {
        this.rotated = rotated;
        this.em = em;
        this.bold = bold;
    }

    void append(Glyph glyph) {
        var more = glyph.words();
        for (int i = 0; i < more.length(); i++) {
            words.append(more.charAt(i));
            glyphs.add(glyph);
        }
    }

    void space() {
        if (!words.isEmpty() && !Character.isWhitespace(words.charAt(words.length() - 1))) {
            words.append(' ');
            glyphs.add(null);
        }
    }

    void tab() {
        trim();
        if (!words.isEmpty()) {
            words.append('\t');
            glyphs.add(null);
            cells = true;
        }
    }

    /// Joins the next line: a hyphen that breaks a word goes, else a space comes.
    void joinLine(boolean nextIsLowerCase) {
        trim();
        int length = words.length();
        char last = length == 0 ? ' ' : words.charAt(length - 1);
        boolean hyphen = last == '-' || last == '\u2010' || last == '\u00AD';
        if (hyphen
                && nextIsLowerCase
                && length > 1
                && Character.isLetter(words.charAt(length - 2))) {
            words.setLength(length - 1);
            glyphs.removeLast();
        } else if (!ideographic(last)) {
            space();
        }
    }

    private static boolean ideographic(char c) {
        return Character.isIdeographic(c)
                || Character.UnicodeBlock.of(c) == Character.UnicodeBlock.HIRAGANA
                || Character.UnicodeBlock.of(c) == Character.UnicodeBlock.KATAKANA
                || Character.UnicodeBlock.of(c)
                        == Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION;
    }

    void trim() {
        while (!words.isEmpty() && Character.isWhitespace(words.charAt(words.length() - 1))) {
            words.setLength(words.length() - 1);
            glyphs.removeLast();
        }
    }

    String text() {
        return words.toString();
    }

    /// The glyph that character `offset` came from; null for white space between glyphs.
    @Nullable Glyph glyph(int offset) {
        return glyphs.get(offset);
    }

    int length() {
        return words.length();
    }

    /// Whether what was added from `start` on is only the bullet or number of a list item.
    boolean isMarker(int start) {
        return words.length() - start <= 6
                && MARKER.matcher(words.substring(start).strip()).matches();
    }

    boolean hasLetters() {
        return words.chars().anyMatch(Character::isLetter);
    }

    boolean endsSentence() {
        return words.toString().matches("(?s).*[.!?;,]");
    }

    /// Frees the glyphs of a page that is done.
    PdfBlock withoutGlyphs() {
        glyphs.clear();
        return this;
    }

    boolean cells() {
        return cells;
    }

    float em() {
        return em;
    }

    /// Written across the main direction of its page.
    boolean rotated() {
        return rotated;
    }

    boolean bold() {
        return bold;
    }
}
