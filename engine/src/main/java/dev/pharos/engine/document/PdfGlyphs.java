package dev.pharos.engine.document;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Collects the glyphs of a page in the order in which they are drawn, filled form fields last,
/// without PDFBox's own layout. Characters drawn twice to look bold count once. One thread.
final class PdfGlyphs extends PDFTextStripper {

    /// Glyphs of one page beyond which the page is no honest page.
    private static final int MAX_GLYPHS = 400_000;

    private static final Pattern BOLD =
            Pattern.compile("bold|black|heavy|demi|medi($|-)|cmbx|sfbx|-bd");

    private final Map<PDFont, Boolean> bold = new HashMap<>();
    private final Cells seen = new Cells();
    private final Cells near = new Cells();
    private List<Glyph> glyphs = new ArrayList<>();

    /// Lets PDFBox count an empty page, for it skips pages before number 1.
    PdfGlyphs() throws IOException {
        setShouldSeparateByBeads(false);
        var pages = new PDPageTree();
        pages.add(new PDPage());
        processPages(pages);
    }

    /// The glyphs of one page. Those found before an error are kept.
    ///
    /// @param damaged told of an error
    List<Glyph> of(PDPage page, Runnable damaged) {
        glyphs = new ArrayList<>();
        seen.clear();
        near.clear();
        try {
            processPage(page);
        } catch (IOException | RuntimeException _) {
            damaged.run();
        }
        return glyphs;
    }

    @Override
    protected void processTextPosition(TextPosition position) {
        if (glyphs.size() >= MAX_GLYPHS) {
            throw new IllegalStateException("more than " + MAX_GLYPHS + " glyphs on a page");
        }
        if (position.getUnicode() == null || position.getUnicode().isEmpty()) {
            return;
        }
        var glyph = Glyph.of(position, bold.computeIfAbsent(position.getFont(), PdfGlyphs::isBold));
        if (!glyph.words().isEmpty() && (glyph.blank() || firstTime(glyph))) {
            glyphs.add(glyph);
        }
    }

    @Override
    protected void writePage() {}

    @Override
    protected void endPage(PDPage page) throws IOException {
        for (var annotation : page.getAnnotations(PdfGlyphs::showsText)) {
            showAnnotation(annotation);
        }
    }

    private static boolean showsText(PDAnnotation annotation) {
        return !annotation.isHidden()
                && (annotation instanceof PDAnnotationWidget
                        || "FreeText".equals(annotation.getSubtype()));
    }

    /// Looks into a grid of cells a quarter of a character wide, neighbours included; but first,
    /// for most glyphs are alone, into one of cells four times as wide and high.
    private boolean firstTime(Glyph glyph) {
        float cell = Math.max(0.01f, Math.min(glyph.width(), glyph.em()) * 0.25f);
        long kind = kind(glyph);
        long column = Math.round(glyph.x() / cell);
        long row = Math.round(glyph.y() / (glyph.em() * 0.15f));
        if (near.contains(key(kind, column >> 2, row >> 2)) && seenAround(kind, column, row)) {
            return false;
        }
        for (long i = (column - 1) >> 2; i <= (column + 1) >> 2; i++) {
            for (long j = (row - 1) >> 2; j <= (row + 1) >> 2; j++) {
                near.add(key(kind, i, j));
            }
        }
        seen.add(key(kind, column, row));
        return true;
    }

    private boolean seenAround(long kind, long column, long row) {
        for (long i = -1; i <= 1; i++) {
            for (long j = -1; j <= 1; j++) {
                if (seen.contains(key(kind, column + i, row + j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long kind(Glyph glyph) {
        long font =
                glyph.dir() + 360L * Math.round(glyph.em() * 8) + Math.round(glyph.width() * 16);
        return (glyph.words().hashCode() * 31L + font) * 1_000_003L;
    }

    private static long key(long kind, long column, long row) {
        return (kind + column) * 1_000_003L + row;
    }

    private static boolean isBold(PDFont font) {
        var name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        var descriptor = font.getFontDescriptor();
        return BOLD.matcher(name).find()
                || descriptor != null
                        && (descriptor.isForceBold() || descriptor.getFontWeight() >= 700);
    }
}
