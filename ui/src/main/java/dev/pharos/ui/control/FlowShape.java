package dev.pharos.ui.control;

import javafx.geometry.NodeOrientation;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;

import java.util.stream.Stream;

/// The shape behind some letters of a flow. In one that is read from the right JavaFX (26.0.1)
/// counts it from the left, and all else from the right, so that it would lie behind other letters.
/// For the JavaFX thread.
public final class FlowShape {

    private FlowShape() {}

    /// Known once the flow is laid out.
    ///
    /// @param end exclusive
    public static PathElement[] of(TextFlow flow, int start, int end) {
        var shape = flow.getRangeShape(start, end, false);
        if (flow.getEffectiveNodeOrientation() != NodeOrientation.RIGHT_TO_LEFT) {
            return shape;
        }
        double width = flow.getWidth();
        return Stream.of(shape)
                .map(element ->
                        switch (element) {
                            case MoveTo move -> new MoveTo(width - move.getX(), move.getY());
                            case LineTo line -> new LineTo(width - line.getX(), line.getY());
                            default -> element;
                        })
                .toArray(PathElement[]::new);
    }
}
