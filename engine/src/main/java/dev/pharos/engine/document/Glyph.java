package dev.pharos.engine.document;

import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

import java.text.Normalizer;

/// One drawn character (or ligature) of a PDF page, as far as layout needs it.
///
/// @param words what it reads as; at least one character
/// @param x left edge in points, along the direction of writing
/// @param y baseline in points, growing downwards across the direction of writing
/// @param em size of the font in points
/// @param space width of the font's space in points, or 0
/// @param dir direction of writing in degrees
/// @param place its matrix and end point on the unrotated page, for highlighting
record Glyph(
        String words,
        float x,
        float y,
        float width,
        float em,
        float space,
        int dir,
        boolean bold,
        Place place) {

    /// From (`x0`, `y0`) to (`x1`, `y1`) runs the baseline, in user space with the origin in the
    /// crop box's lower left corner.
    record Place(float x0, float y0, float x1, float y1) {}

    static Glyph of(TextPosition position, boolean bold) {
        var matrix = position.getTextMatrix();
        return new Glyph(
                readable(position.getUnicode()),
                position.getXDirAdj(),
                position.getYDirAdj(),
                position.getWidthDirAdj(),
                em(position, matrix),
                Math.max(0, position.getWidthOfSpace()),
                Math.round(position.getDir()),
                bold,
                new Place(
                        matrix.getTranslateX(),
                        matrix.getTranslateY(),
                        position.getEndX(),
                        position.getEndY()));
    }

    float end() {
        return x + width;
    }

    boolean blank() {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00A0') {
                return false;
            }
        }
        return true;
    }

    boolean rightToLeft() {
        return switch (Character.getDirectionality(words.codePointAt(0))) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    true;
            default -> false;
        };
    }

    private static float em(TextPosition position, Matrix matrix) {
        float size = Math.max(matrix.getScalingFactorX(), matrix.getScalingFactorY());
        float height = position.getHeightDir();
        boolean plausible = size > 0.5f && (height <= 0 || size < height * 6);
        return Math.max(1f, plausible ? size : height * 1.4f);
    }

    /// Ligatures and presentation forms become plain letters; control characters go.
    private static String readable(String unicode) {
        var clean = Draft.clean(unicode);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c >= '\uFB00' && c <= '\uFDFF' || c >= '\uFE70' && c <= '\uFEFE') {
                return Normalizer.normalize(clean, Normalizer.Form.NFKC);
            }
        }
        return clean;
    }
}
