package dev.pharos.engine.document;

import org.jspecify.annotations.Nullable;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Glyphs that stand on one line, side by side. Grows before it is asked for its words; one thread.
final class PdfLine {

    private static final float WIDEST_GAP = 20;
    private static final float CELL_GAP = 1.8f;
    private static final float SMALL = 0.8f;
    private static final float LEFT_REACH = 1.5f;

    private final List<Glyph> glyphs = new ArrayList<>();
    private final int dir;
    private float left;
    private float right;
    private float baseline;
    private float em;
    private @Nullable String words;

    PdfLine(Glyph first) {
        dir = first.dir();
        left = first.x();
        right = first.end();
        baseline = first.y();
        em = first.em();
        glyphs.add(first);
    }

    /// Takes `glyph` in if it continues this line.
    boolean accept(Glyph glyph) {
        if (glyph.dir() != dir || !level(glyph) || !beside(glyph)) {
            return false;
        }
        glyphs.add(glyph);
        left = Math.min(left, glyph.x());
        right = Math.max(right, glyph.end());
        if (glyph.em() > em && !glyph.blank()) {
            em = glyph.em();
            baseline = glyph.y();
        }
        return true;
    }

    private boolean level(Glyph glyph) {
        float top = Math.max(baseline - 0.8f * em, glyph.y() - 0.8f * glyph.em());
        float bottom = Math.min(baseline + 0.2f * em, glyph.y() + 0.2f * glyph.em());
        return bottom - top > 0.45f * Math.min(em, glyph.em());
    }

    private boolean beside(Glyph glyph) {
        float size = Math.max(em, glyph.em());
        if (glyph.x() >= right - size) {
            return glyph.x() - right < WIDEST_GAP * size;
        }
        return left - glyph.end() > -0.5f * size && left - glyph.end() < LEFT_REACH * size;
    }

    /// Appends the line's words to `out`, in reading order.
    void appendTo(PdfBlock out) {
        var ordered = Accents.joined(ordered());
        Glyph last = null;
        int start = out.length();
        for (var glyph : ordered) {
            if (last != null && !glyph.blank()) {
                gap(last, glyph, start, out);
            }
            if (glyph.blank()) {
                out.space();
            } else {
                out.append(glyph);
                last = glyph;
            }
        }
    }

    private void gap(Glyph last, Glyph glyph, int start, PdfBlock out) {
        float gap = Math.max(glyph.x() - last.end(), last.x() - glyph.end());
        float size = Math.min(last.em(), glyph.em());
        if (gap > CELL_GAP * size && glyph.em() > SMALL * em && !out.isMarker(start)) {
            out.tab();
        } else if (gap > wordGap(glyph, size)) {
            out.space();
        }
    }

    private static float wordGap(Glyph glyph, float size) {
        float half = glyph.space() > 0 ? glyph.space() * 0.5f : 0.2f * size;
        return Math.clamp(half, 0.1f * size, 0.17f * size);
    }

    /// As drawn; where letters run from right to left, from their visual to their logical order
    /// (Unicode Standard Annex 9, backwards).
    private List<Glyph> ordered() {
        int rightToLeft = 0;
        int letters = 0;
        for (var glyph : glyphs) {
            rightToLeft += glyph.rightToLeft() ? 1 : 0;
            letters += Character.isLetter(glyph.words().codePointAt(0)) ? 1 : 0;
        }
        if (rightToLeft == 0) {
            return glyphs;
        }
        var visual = new ArrayList<>(glyphs);
        visual.sort(Comparator.comparingDouble(Glyph::x));
        var probe = new StringBuilder();
        visual.forEach(glyph -> probe.append(glyph.words().charAt(0)));
        var bidi =
                new Bidi(
                        probe.toString(),
                        rightToLeft * 2 > letters
                                ? Bidi.DIRECTION_RIGHT_TO_LEFT
                                : Bidi.DIRECTION_LEFT_TO_RIGHT);
        var levels = new byte[visual.size()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(i);
        }
        var logical = visual.toArray(Glyph[]::new);
        Bidi.reorderVisually(levels, 0, logical, 0, logical.length);
        return List.of(logical);
    }

    /// The line's words alone.
    String words() {
        if (words == null) {
            var block = new PdfBlock(em, false, false);
            appendTo(block);
            words = block.text().stripLeading();
        }
        return words;
    }

    boolean blank() {
        return glyphs.stream().allMatch(Glyph::blank);
    }

    int dir() {
        return dir;
    }

    float left() {
        return left;
    }

    float right() {
        return right;
    }

    float baseline() {
        return baseline;
    }

    float em() {
        return em;
    }

    int size() {
        return glyphs.size();
    }

    boolean bold() {
        return glyphs.stream().allMatch(glyph -> glyph.bold() || glyph.blank());
    }
}
