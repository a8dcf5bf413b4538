package dev.pharos.app.window;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.List;

/// What words of a window cannot be read whole: those that end in an ellipsis, and those that reach
/// over an edge of the window where nothing scrolls. For the JavaFX thread.
final class Unreadable {
    private final List<String> found = new ArrayList<>();
    private final Scene scene;

    private Unreadable(Scene scene) {
        this.scene = scene;
    }

    static List<String> in(Scene scene) {
        var unreadable = new Unreadable(scene);
        unreadable.look(scene.getRoot(), false);
        return unreadable.found;
    }

    private void look(Node node, boolean scrolls) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled) {
            look(labeled);
        }
        if (node instanceof Text text && !scrolls && !text.getText().isBlank()) {
            var at = text.localToScene(text.getLayoutBounds());
            if (outside(at)) {
                found.add("outside: " + text.getText());
            }
        }
        boolean within = scrolls || node instanceof ScrollPane || node instanceof VirtualFlow<?>;
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, within));
        }
    }

    private void look(Labeled labeled) {
        var words = labeled.getText();
        boolean cut =
                words != null
                        && labeled.getChildrenUnmodifiable().stream()
                                .filter(Text.class::isInstance)
                                .map(text -> ((Text) text).getText())
                                .anyMatch(shown ->
                                        shown.endsWith(labeled.getEllipsisString())
                                                && !words.endsWith(shown));
        if (cut) {
            found.add("cut: " + words);
        }
    }

    private boolean outside(Bounds at) {
        return at.getMinX() < -1
                || at.getMinY() < -1
                || at.getMaxX() > scene.getWidth() + 1
                || at.getMaxY() > scene.getHeight() + 1;
    }
}
