package dev.pharos.ui.transcription;

import dev.pharos.engine.search.Hit;
import dev.pharos.ui.control.FlowWords;

import javafx.geometry.Point2D;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import java.util.ArrayList;
import java.util.List;

/// The text of a segment with what is known about its words painted around them: the one that is
/// heard, found and cited ones behind, doubtful ones underlined with dots. Moving a mark costs no
/// layout. Style it by `segment-text` and its layers by `cited`, `found`, `found-now`, `heard`,
/// `doubts` and `words`.
final class SegmentText extends TextFlow {
    private static final double DOTS_BELOW = 1.5;

    private final Layer cited = new Layer("cited");
    private final Layer found = new Layer("found");
    private final Layer foundNow = new Layer("found-now");
    private final Layer heard = new Layer("heard");
    private final Layer doubts = new Layer("doubts");
    private final Text words = new Text();
    private String said = "";

    /// What one kind of mark looks like.
    private static final class Layer extends Path {
        private List<Hit.Range> ranges = List.of();

        Layer(String style) {
            getStyleClass().add(style);
            setManaged(false);
            setMouseTransparent(true);
        }
    }

    SegmentText() {
        getStyleClass().add("segment-text");
        words.getStyleClass().add("words");
        getChildren().setAll(cited, found, foundNow, heard, doubts, words);
    }

    /// @param doubtful UTF-16 offsets into `text`
    void show(String text, List<Hit.Range> doubtful) {
        said = text;
        FlowWords.fill(this, words, text);
        doubts.ranges = List.copyOf(doubtful);
        requestLayout();
    }

    void heard(List<Hit.Range> ranges) {
        mark(heard, ranges);
    }

    void cited(List<Hit.Range> ranges) {
        mark(cited, ranges);
    }

    void found(List<Hit.Range> ranges, List<Hit.Range> now) {
        mark(found, ranges);
        mark(foundNow, now);
    }

    /// The shape behind cited words.
    Path citedShape() {
        return cited;
    }

    /// The offset of the letter at a point of this node, -1 where there is none.
    int offsetAt(Point2D point) {
        var hit = getHitInfo(point);
        int at = hit.getCharIndex();
        return at >= 0 && at < said.length() ? at : -1;
    }

    /// Where the first mark begins, in pixels from the top. Known once laid out.
    double firstMarkY() {
        for (var layer : List.of(foundNow, cited)) {
            if (!layer.getElements().isEmpty()) {
                return layer.getLayoutBounds().getMinY();
            }
        }
        return 0;
    }

    private void mark(Layer layer, List<Hit.Range> ranges) {
        if (!layer.ranges.equals(ranges)) {
            layer.ranges = List.copyOf(ranges);
            paint(layer);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        List.of(cited, found, foundNow, heard).forEach(this::paint);
        doubts.getElements().setAll(dots());
    }

    private void paint(Layer layer) {
        layer.getElements().clear();
        int length = said.length();
        for (var range : layer.ranges) {
            if (range.end() <= length) {
                layer.getElements().addAll(getRangeShape(range.start(), range.end(), false));
            }
        }
    }

    private List<PathElement> dots() {
        var lines = new ArrayList<PathElement>();
        for (var range : doubts.ranges) {
            double left = Double.MAX_VALUE;
            double right = 0;
            double bottom = 0;
            for (var element : getRangeShape(range.start(), range.end(), false)) {
                double x = 0;
                double y = 0;
                switch (element) {
                    case MoveTo move -> {
                        x = move.getX();
                        y = move.getY();
                    }
                    case LineTo line -> {
                        x = line.getX();
                        y = line.getY();
                    }
                    case ClosePath _ -> {
                        continue;
                    }
                    default -> throw new IllegalStateException(element.toString());
                }
                left = Math.min(left, x);
                right = Math.max(right, x);
                bottom = Math.max(bottom, y);
            }
            if (left < right) {
                lines.add(new MoveTo(left + 1, bottom - DOTS_BELOW));
                lines.add(new LineTo(right - 1, bottom - DOTS_BELOW));
            }
        }
        return lines;
    }
}
