package dev.pharos.engine.document;

import dev.pharos.engine.document.PageGeometry.Line;
import dev.pharos.engine.library.SourceKind;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds where on a page the characters of its text are drawn, and its links. One thread.
final class PdfGeometry {

    private static final float ASCENT = 0.8f;
    private static final float DESCENT = 0.22f;
    private static final int MAX_LINKS = 2_000;
    private static final Pattern WEB =
            Pattern.compile("(?i)(?:https?|mailto):[^\\s\\p{Cntrl}]{1,2000}");

    private final PDPage page;
    private final PageSize size;

    private PdfGeometry(PDPage page) {
        this.page = page;
        this.size = PageSize.of(page);
    }

    static PageGeometry of(PDDocument pdf, int index) throws IOException {
        var page = pdf.getPage(index);
        var geometry = new PdfGeometry(page);
        return new PageGeometry(geometry.size, geometry.lines(), geometry.links(pdf));
    }

    /// Offsets count from the page's first block.
    private List<Line> lines() throws IOException {
        var blocks = PdfLayout.blocks(new PdfGlyphs().of(page, () -> {}));
        var starts = PdfLayout.addTo(new Draft("", SourceKind.PDF), 1, blocks);
        var lines = new ArrayList<Line>();
        int number = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (starts.get(i) >= 0) {
                addLines(blocks.get(i), number++, starts.get(i), lines);
            }
        }
        return lines;
    }

    private void addLines(PdfBlock block, int number, int start, List<Line> lines) {
        int from = 0;
        Glyph last = null;
        for (int at = 0; at < block.length(); at++) {
            var glyph = block.glyph(at);
            if (glyph == null) {
                continue;
            }
            if (last != null && !sameLine(last, glyph)) {
                lines.add(line(block, number, start, from, at));
                from = at;
            }
            last = glyph;
        }
        if (last != null) {
            lines.add(line(block, number, start, from, block.length()));
        }
    }

    private static boolean sameLine(Glyph one, Glyph other) {
        return one.dir() == other.dir()
                && Math.abs(one.y() - other.y()) < 0.6f * Math.max(one.em(), other.em());
    }

    private Line line(PdfBlock block, int number, int start, int from, int to) {
        var edges = new float[2 * (to - from)];
        PageBox around = null;
        boolean vertical = false;
        for (int at = from; at < to; ) {
            var glyph = block.glyph(at);
            int next = at + 1;
            while (next < to && glyph != null && block.glyph(next) == glyph) {
                next++;
            }
            if (glyph != null) {
                vertical = around == null ? vertical(glyph) : vertical;
                around = around == null ? box(glyph) : around.union(box(glyph));
                divide(glyph, vertical, edges, at - from, next - from);
            }
            at = next;
        }
        fillGaps(block, from, edges);
        return new Line(number, start + from, nonNull(around), vertical, edges);
    }

    private static PageBox nonNull(@Nullable PageBox box) {
        return box == null ? new PageBox(0, 0, 0, 0) : box;
    }

    private boolean vertical(Glyph glyph) {
        var place = glyph.place();
        var begin = PdfPlaces.shown(place.x0(), place.y0(), page);
        var end = PdfPlaces.shown(place.x1(), place.y1(), page);
        return Math.abs(end.y() - begin.y()) * size.height()
                > Math.abs(end.x() - begin.x()) * size.width();
    }

    /// Gives the characters of one glyph, such as a ligature, equal parts of it.
    private void divide(Glyph glyph, boolean vertical, float[] edges, int from, int to) {
        var place = glyph.place();
        var left = PdfPlaces.shown(place.x0(), place.y0(), page);
        var right = PdfPlaces.shown(place.x1(), place.y1(), page);
        var begin = glyph.rightToLeft() ? right : left;
        var end = glyph.rightToLeft() ? left : right;
        double first = vertical ? begin.y() : begin.x();
        double step = ((vertical ? end.y() : end.x()) - first) / (to - from);
        for (int i = from; i < to; i++) {
            edges[2 * i] = (float) (first + step * (i - from));
            edges[2 * i + 1] = (float) (first + step * (i - from + 1));
        }
    }

    /// White space reaches from the character before it to the one behind it; at the end of a line
    /// it has no width. A line begins with a glyph.
    private static void fillGaps(PdfBlock block, int from, float[] edges) {
        for (int i = 1; 2 * i < edges.length; i++) {
            if (block.glyph(from + i) == null) {
                edges[2 * i] = edges[2 * i - 1];
                boolean more = 2 * i + 2 < edges.length && block.glyph(from + i + 1) != null;
                edges[2 * i + 1] = more ? edges[2 * i + 2] : edges[2 * i];
            }
        }
    }

    private PageBox box(Glyph glyph) {
        var place = glyph.place();
        float dx = place.x1() - place.x0();
        float dy = place.y1() - place.y0();
        float length = (float) Math.hypot(dx, dy);
        float upX = length == 0 ? 0 : -dy / length * glyph.em();
        float upY = length == 0 ? glyph.em() : dx / length * glyph.em();
        return shown(place.x0(), place.y0(), -DESCENT, upX, upY)
                .union(shown(place.x1(), place.y1(), -DESCENT, upX, upY))
                .union(shown(place.x0(), place.y0(), ASCENT, upX, upY))
                .union(shown(place.x1(), place.y1(), ASCENT, upX, upY));
    }

    private PageBox shown(float x, float y, float up, float upX, float upY) {
        return PdfPlaces.shown(x + up * upX, y + up * upY, page);
    }

    private List<PageLink> links(PDDocument pdf) {
        var links = new ArrayList<PageLink>();
        try {
            var places = new PdfPlaces(pdf);
            for (var each : page.getAnnotations(PDAnnotationLink.class::isInstance)) {
                if (links.size() < MAX_LINKS && each instanceof PDAnnotationLink link) {
                    add(link, places, links);
                }
            }
        } catch (IOException | RuntimeException _) {
            // what cannot be read of them leads nowhere; the words of the page stay
        }
        return links;
    }

    private void add(PDAnnotationLink link, PdfPlaces places, List<PageLink> links)
            throws IOException {
        if (link.getRectangle() == null || link.isHidden()) {
            return;
        }
        var box = PdfPlaces.shown(link.getRectangle(), page);
        if (link.getAction() instanceof PDActionURI web) {
            if (web.getURI() != null && WEB.matcher(web.getURI()).matches()) {
                links.add(new PageLink.Web(box, web.getURI()));
            }
            return;
        }
        var to = places.of(link.getDestination(), link.getAction());
        if (to != null) {
            links.add(new PageLink.Within(box, to.page(), to.y()));
        }
    }
}
