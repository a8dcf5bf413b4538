package dev.pharos.ui.control;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/// Keeps what has the keyboard in view: JavaFX's own scroll pane lets the focus leave it.
public final class FocusScroll {
    private static final double ROOM = 24;

    private FocusScroll() {}

    /// From now on, for as long as the pane is shown.
    public static void follow(ScrollPane pane) {
        pane.sceneProperty()
                .flatMap(scene -> scene.focusOwnerProperty())
                .subscribe(owner -> {
                    if (owner != null && within(pane.getContent(), owner)) {
                        show(pane, owner);
                    }
                });
    }

    private static boolean within(Node content, Node node) {
        Node at = node;
        while (at != null && at != content) {
            at = at.getParent();
        }
        return at != null;
    }

    /// Scrolls as little as it takes, once everything has its place.
    public static void show(ScrollPane pane, Node node) {
        Platform.runLater(() -> {
            pane.applyCss(); // what was hidden has no style yet, and so another height
            pane.layout();
            if (within(pane.getContent(), node)) {
                scroll(pane, node);
            }
        });
    }

    private static void scroll(ScrollPane pane, Node node) {
        var content = pane.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double height = content.getLayoutBounds().getHeight();
        double view = pane.getViewportBounds().getHeight();
        double room = height - view;
        if (room <= 0) {
            return;
        }
        double top = pane.getVvalue() * room;
        if (place.getMinY() < top + ROOM) {
            pane.setVvalue(Math.max(0, (place.getMinY() - ROOM) / room));
        } else if (place.getMaxY() > top + view - ROOM) {
            pane.setVvalue(Math.min(1, (place.getMaxY() + ROOM - view) / room));
        }
    }
}
