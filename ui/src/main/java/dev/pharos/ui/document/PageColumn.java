package dev.pharos.ui.document;

import dev.pharos.engine.document.PageSize;

import java.util.Arrays;
import java.util.List;

/// Where pages stand below one another, known before any of them is drawn. Numbers of pages are
/// 0-based, lengths in pixels. Immutable.
final class PageColumn {
    static final double GAP = 16;

    /// Pixels a point where paper is shown in its own size.
    static final double NATURAL = 96.0 / 72;

    private static final double MARGIN = 20;
    private static final double PLEASANT = 900;
    private static final double LEAST = 80;

    private final List<PageSize> sizes;
    private final double[] scales;
    private final double[] tops;
    private final double base;
    private final double width;

    /// @param width of the room
    /// @param height of the room
    PageColumn(List<PageSize> sizes, PageZoom zoom, double width, double height) {
        this.sizes = sizes;
        double room = Math.max(LEAST, width - 2 * MARGIN);
        base = base(zoom, room, Math.max(LEAST, height - 2 * GAP));
        scales = new double[sizes.size()];
        tops = new double[sizes.size() + 1];
        double widest = 0;
        double top = GAP;
        for (int i = 0; i < scales.length; i++) {
            var size = sizes.get(i);
            double fits = room / Math.max(1, size.width());
            scales[i] = zoom.fit() == PageZoom.Fit.FREE ? base : Math.min(base, fits);
            tops[i] = top;
            top += Math.ceil(size.height() * scales[i]) + GAP;
            widest = Math.max(widest, size.width() * scales[i]);
        }
        tops[scales.length] = top;
        this.width = Math.max(width, Math.round(widest) + 2 * MARGIN);
    }

    private double base(PageZoom zoom, double room, double high) {
        double byWidth = room / median(sizes.stream().mapToDouble(PageSize::width).toArray());
        double byHeight = high / median(sizes.stream().mapToDouble(PageSize::height).toArray());
        return switch (zoom.fit()) {
            case AUTOMATIC -> Math.min(byWidth, PLEASANT / room * byWidth);
            case WIDTH -> byWidth;
            case PAGE -> Math.min(byWidth, byHeight);
            case FREE -> zoom.factor() * NATURAL;
        };
    }

    /// One page of another size must not set the size of all.
    private static double median(double[] lengths) {
        Arrays.sort(lengths);
        return lengths.length == 0 ? 1 : Math.max(1, lengths[lengths.length / 2]);
    }

    int count() {
        return scales.length;
    }

    /// Pixels a point.
    double scale(int page) {
        return scales[page];
    }

    double top(int page) {
        return tops[page];
    }

    double pageWidth(int page) {
        return sizes.get(page).width() * scales[page];
    }

    double pageHeight(int page) {
        return sizes.get(page).height() * scales[page];
    }

    /// How large most pages are, as [PageZoom#factor] counts.
    double factor() {
        return base / NATURAL;
    }

    double width() {
        return width;
    }

    double height() {
        return tops[tops.length - 1];
    }

    /// The page at `y`, between two of them the one above, at the ends the one there.
    int at(double y) {
        int found = Arrays.binarySearch(tops, 0, scales.length, y);
        return Math.clamp(found >= 0 ? found : -found - 2, 0, Math.max(0, scales.length - 1));
    }
}
