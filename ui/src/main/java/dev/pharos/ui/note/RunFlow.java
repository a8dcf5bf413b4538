package dev.pharos.ui.note;

import dev.pharos.engine.search.Hit;
import dev.pharos.ui.control.FlowShape;

import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

import java.util.ArrayList;
import java.util.List;

/// Flowing words and links, some of them with colour behind them that wraps with them.
final class RunFlow extends TextFlow {

    /// Colour behind words, counted as JavaFX counts in a flow: each link is one letter.
    private record Behind(Path path, int from, int to) {}

    private final List<Behind> behind = new ArrayList<>();
    private int letters;

    RunFlow(String style) {
        getStyleClass().add(style);
    }

    /// @param wide how many letters JavaFX counts for it
    void add(Node node, int wide) {
        getChildren().add(node);
        letters += wide;
    }

    /// How many letters JavaFX counts until now.
    int letters() {
        return letters;
    }

    Path mark(String style, Hit.Range range) {
        var path = new Path();
        path.getStyleClass().add(style);
        path.setManaged(false);
        behind.add(new Behind(path, range.start(), range.end()));
        getChildren().addFirst(path);
        return path;
    }

    /// Where the first cited word begins, in pixels from the top; 0 without. Known once laid out.
    double firstMarkY() {
        return behind.stream()
                .filter(each -> each.path().getStyleClass().contains("marks"))
                .flatMap(each -> each.path().getElements().stream())
                .mapToDouble(element ->
                        switch (element) {
                            case MoveTo move -> move.getY();
                            case LineTo line -> line.getY();
                            default -> Double.MAX_VALUE;
                        })
                .min()
                .orElse(0);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        for (var each : behind) {
            each.path().getElements().setAll(FlowShape.of(this, each.from(), each.to()));
        }
    }
}
