package dev.pharos.engine.document;

import dev.pharos.engine.library.SourceKind;

import org.apache.pdfbox.pdmodel.PDPage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Finds where on a page a range of its text is drawn.
final class PdfBoxes {

    private static final float ASCENT = 0.8f;
    private static final float DESCENT = 0.22f;

    private PdfBoxes() {}

    /// One box a line. `start` and `end` count from the page's first block.
    static List<PageBox> of(PDPage page, int start, int end) throws IOException {
        var blocks = PdfLayout.blocks(new PdfGlyphs().of(page, () -> {}));
        var starts = PdfLayout.addTo(new Draft("", SourceKind.PDF), 1, blocks);
        var boxes = new ArrayList<PageBox>();
        for (int i = 0; i < blocks.size(); i++) {
            int first = starts.get(i);
            int from = Math.max(0, start - first);
            int to = Math.min(blocks.get(i).length(), end - first);
            Glyph last = null;
            for (int at = first < 0 ? to : from; at < to; at++) {
                var glyph = blocks.get(i).glyph(at);
                if (glyph != null) {
                    var box = box(glyph, page);
                    boxes.add(
                            last != null && sameLine(last, glyph)
                                    ? boxes.removeLast().union(box)
                                    : box);
                    last = glyph;
                }
            }
        }
        return boxes;
    }

    private static boolean sameLine(Glyph one, Glyph other) {
        return one.dir() == other.dir()
                && Math.abs(one.y() - other.y()) < 0.6f * Math.max(one.em(), other.em());
    }

    private static PageBox box(Glyph glyph, PDPage page) {
        var place = glyph.place();
        float dx = place.x1() - place.x0();
        float dy = place.y1() - place.y0();
        float length = (float) Math.hypot(dx, dy);
        float upX = length == 0 ? 0 : -dy / length * glyph.em();
        float upY = length == 0 ? glyph.em() : dx / length * glyph.em();
        return shown(place.x0() - DESCENT * upX, place.y0() - DESCENT * upY, page)
                .union(shown(place.x1() - DESCENT * upX, place.y1() - DESCENT * upY, page))
                .union(shown(place.x0() + ASCENT * upX, place.y0() + ASCENT * upY, page))
                .union(shown(place.x1() + ASCENT * upX, place.y1() + ASCENT * upY, page));
    }

    /// A point of the page, turned as the page is.
    private static PageBox shown(float pointX, float pointY, PDPage page) {
        double x = Math.clamp(pointX / page.getCropBox().getWidth(), 0.0, 1.0);
        double y = Math.clamp(pointY / page.getCropBox().getHeight(), 0.0, 1.0);
        return switch (page.getRotation()) {
            case 90 -> new PageBox(y, x, 0, 0);
            case 180 -> new PageBox(1 - x, y, 0, 0);
            case 270 -> new PageBox(1 - y, 1 - x, 0, 0);
            default -> new PageBox(x, 1 - y, 0, 0);
        };
    }
}
