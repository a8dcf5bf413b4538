package dev.pharos.ui.document;

import dev.pharos.ui.control.FlowShape;
import dev.pharos.ui.control.FlowWords;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;

/// Words with what is painted behind them: a shape for each kind of mark, which wraps with the
/// words. Style the shapes by `marks` and the name of their kind.
final class LayeredText extends TextFlow {

    /// @param kind style class of the shape
    /// @param start UTF-16 offset into the words
    /// @param end exclusive
    record Mark(String kind, int start, int end) {}

    private final Text words = new Text();
    private String text = "";
    private final Map<String, Path> shapes = new LinkedHashMap<>();
    private List<Mark> marks = List.of();

    LayeredText() {
        getStyleClass().add("marked-text");
        words.getStyleClass().add("words");
        getChildren().setAll(words);
    }

    void show(String nowText, List<Mark> nowMarks) {
        if (!text.equals(nowText)) {
            text = nowText;
            FlowWords.fill(this, words, text);
        }
        mark(nowMarks);
    }

    /// Those that come first lie below.
    void mark(List<Mark> nowMarks) {
        if (marks.equals(nowMarks)) {
            return;
        }
        marks = List.copyOf(nowMarks);
        for (var mark : marks) {
            shapes.computeIfAbsent(mark.kind(), LayeredText::shape);
        }
        var kinds = marks.stream().map(Mark::kind).distinct().toList();
        shapes.keySet().retainAll(kinds);
        getChildren().removeIf(Path.class::isInstance);
        getChildren()
                .addAll(0, kinds.stream().map(shapes::get).map(Objects::requireNonNull).toList());
        requestLayout();
    }

    private static Path shape(String kind) {
        var path = new Path();
        path.getStyleClass().addAll("marks", kind);
        path.setManaged(false);
        path.setMouseTransparent(true);
        return path;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        shapes.values().forEach(path -> path.getElements().clear());
        for (var mark : marks) {
            Objects.requireNonNull(shapes.get(mark.kind()))
                    .getElements()
                    .addAll(FlowShape.of(this, mark.start(), mark.end()));
        }
    }

    /// The shape of a kind of mark, or null where there is none.
    @Nullable Path shapeOf(String kind) {
        return shapes.get(kind);
    }

    int length() {
        return text.length();
    }

    /// Between which letters a point of this node is.
    int insertionAt(Point2D point) {
        return Math.clamp(getHitInfo(point).getInsertionIndex(), 0, length());
    }

    /// Which letter is at a point of this node, -1 where there is none.
    int letterAt(Point2D point) {
        int at = getHitInfo(point).getCharIndex();
        return at >= 0 && at < length() ? at : -1;
    }

    /// Where the line of an offset begins, in pixels from the top; 0 before the first layout.
    double lineY(int offset) {
        int at = Math.clamp(offset, 0, Math.max(0, length() - 1));
        return ys(getRangeShape(at, Math.min(at + 1, length()), false)).min().orElse(0);
    }

    /// The last line of what stands between two offsets, in pixels of the screen.
    @Nullable Bounds lastLine(int start, int end) {
        var path = new Path(FlowShape.of(this, Math.max(start, end - 1), end));
        return path.getElements().isEmpty() ? null : localToScreen(path.getLayoutBounds());
    }

    private static DoubleStream ys(PathElement[] shape) {
        return List.of(shape).stream()
                .mapToDouble(element ->
                        switch (element) {
                            case MoveTo move -> move.getY();
                            case LineTo line -> line.getY();
                            default -> Double.MAX_VALUE;
                        });
    }
}
