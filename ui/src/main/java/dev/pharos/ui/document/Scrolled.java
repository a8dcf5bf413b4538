package dev.pharos.ui.document;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Tells when something else comes into view, and whether a reader has brought it there. For the
/// JavaFX thread.
final class Scrolled {
    private final Consumer<Boolean> reached;
    private final Set<ScrollBar> bars = new HashSet<>();
    private boolean byReader;
    private boolean due;

    /// @param reached is given whether by a reader
    Scrolled(Consumer<Boolean> reached) {
        this.reached = reached;
    }

    void listen(Sheet sheet) {
        var node = sheet.node();
        node.addEventFilter(ScrollEvent.SCROLL, _ -> byReader = true);
        node.addEventFilter(KeyEvent.KEY_PRESSED, _ -> byReader = true);
        node.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> byReader = true);
        node.boundsInLocalProperty().subscribe(_ -> watch(node));
    }

    /// The bars are there once the node is laid out.
    private void watch(Node node) {
        for (var each : node.lookupAll(".scroll-bar")) {
            if (each instanceof ScrollBar bar
                    && bar.getOrientation() == Orientation.VERTICAL
                    && bars.add(bar)) {
                bar.valueProperty().subscribe((_, _) -> soon());
            }
        }
        soon();
    }

    /// Once a frame is enough.
    private void soon() {
        if (!due) {
            due = true;
            Platform.runLater(() -> {
                due = false;
                reached.accept(byReader);
            });
        }
    }

    /// Something else is shown: nobody has gone anywhere in it yet.
    void shown() {
        byReader = false;
    }

    /// What comes into view now is where the reader wants to be.
    void byReader() {
        byReader = true;
    }
}
