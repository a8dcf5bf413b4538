package dev.pharos.engine.document;

import java.util.ArrayList;
import java.util.List;

/// Where on a page each character of its text stands, and what the page links to. Offsets are those
/// of [PdfPages], points are shares of the page's width and height from its upper left corner.
/// Immutable; its questions cost a pass over the lines.
///
/// @param lines in the order of the text; none for a page without text, such as a scan
public record PageGeometry(PageSize size, List<Line> lines, List<PageLink> links) {

    public PageGeometry {
        lines = List.copyOf(lines);
        links = List.copyOf(links);
    }

    /// Characters that stand side by side.
    ///
    /// @param block number of the block that it belongs to
    /// @param start offset of its first character
    /// @param box around the whole line
    /// @param vertical whether it is written up or down the page
    /// @param edges two a character: where along the line it begins and where it ends, in the
    ///   direction of reading; not copied, do not change them
    @SuppressWarnings("ArrayRecordComponent")
    public record Line(int block, int start, PageBox box, boolean vertical, float[] edges) {

        /// Exclusive.
        public int end() {
            return start + edges.length / 2;
        }

        /// As high as the line, as wide as the characters from `from` to `to` (exclusive).
        PageBox box(int from, int to) {
            float low = Float.MAX_VALUE;
            float high = -Float.MAX_VALUE;
            for (int i = 2 * (from - start); i < 2 * (to - start); i++) {
                low = Math.min(low, edges[i]);
                high = Math.max(high, edges[i]);
            }
            return vertical
                    ? new PageBox(box.x(), low, box.width(), high - low)
                    : new PageBox(low, box.y(), high - low, box.height());
        }

        /// Index in `edges` of the character that stands nearest to `at` along the line.
        private int nearest(double at) {
            int best = 0;
            double least = Double.MAX_VALUE;
            for (int i = 0; i < edges.length; i += 2) {
                double low = Math.min(edges[i], edges[i + 1]);
                double high = Math.max(edges[i], edges[i + 1]);
                double away = Math.max(0, Math.max(low - at, at - high));
                if (away < least) {
                    least = away;
                    best = i;
                }
            }
            return best;
        }
    }

    /// Boxes around the characters from `start` to `end` (exclusive), one a line.
    public List<PageBox> boxes(int start, int end) {
        var boxes = new ArrayList<PageBox>();
        for (var line : lines) {
            int from = Math.max(start, line.start());
            int to = Math.min(end, line.end());
            if (from < to) {
                var box = line.box(from, to);
                if (box.width() > 0 && box.height() > 0) {
                    boxes.add(box);
                }
            }
        }
        return boxes;
    }

    /// The offset between two characters that is nearest to a point; 0 on a page without text.
    public int caret(double x, double y) {
        if (lines.isEmpty()) {
            return 0;
        }
        var line = line(x, y);
        double at = line.vertical() ? y : x;
        int i = line.nearest(at);
        boolean before = Math.abs(at - line.edges()[i]) <= Math.abs(at - line.edges()[i + 1]);
        return line.start() + i / 2 + (before ? 0 : 1);
    }

    /// The offset of the character that is nearest to a point; 0 on a page without text.
    public int character(double x, double y) {
        if (lines.isEmpty()) {
            return 0;
        }
        var line = line(x, y);
        return line.start() + line.nearest(line.vertical() ? y : x) / 2;
    }

    /// Whether a line stands at a point.
    public boolean isText(double x, double y) {
        return lines.stream().anyMatch(line -> line.box().contains(x, y));
    }

    /// The line nearest to a point, in the block nearest to it: the room behind a short last line
    /// belongs to that line, and the room under a column to that column.
    private Line line(double x, double y) {
        var blocks = new ArrayList<PageBox>();
        for (var line : lines) {
            while (blocks.size() <= line.block()) {
                blocks.add(line.box());
            }
            blocks.set(line.block(), blocks.get(line.block()).union(line.box()));
        }
        Line best = lines.getFirst();
        double leastBlock = Double.MAX_VALUE;
        double leastLine = Double.MAX_VALUE;
        for (var line : lines) {
            double block = away(blocks.get(line.block()), x, y);
            double across =
                    line.vertical()
                            ? Math.abs(line.box().x() + line.box().width() / 2 - x)
                            : Math.abs(line.box().y() + line.box().height() / 2 - y);
            if (block < leastBlock || block == leastBlock && across < leastLine) {
                leastBlock = block;
                leastLine = across;
                best = line;
            }
        }
        return best;
    }

    /// Distance in points of a point from a box.
    private double away(PageBox box, double x, double y) {
        double across = Math.max(0, Math.max(box.x() - x, x - box.x() - box.width()));
        double down = Math.max(0, Math.max(box.y() - y, y - box.y() - box.height()));
        return Math.hypot(across * size.width(), down * size.height());
    }
}
