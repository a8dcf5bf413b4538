package dev.pharos.ui.control;

import javafx.animation.FadeTransition;
import javafx.scene.Node;
import javafx.util.Duration;

/// Draws the eye to marked words, once for each time something is opened; does nothing where the
/// system or the user asks for little motion. For the JavaFX thread.
public final class Pulse {
    private static final Duration LENGTH = Duration.millis(280);
    private static final int TIMES = 4;

    private boolean due;

    public void arm() {
        due = true;
    }

    public void of(Node node) {
        if (!due) {
            return;
        }
        due = false;
        if (node.getScene() == null || node.getScene().getPreferences().isReducedMotion()) {
            return;
        }
        var fade = new FadeTransition(LENGTH, node);
        fade.setFromValue(1);
        fade.setToValue(0.25);
        fade.setCycleCount(TIMES);
        fade.setAutoReverse(true);
        fade.setOnFinished(_ -> node.setOpacity(1));
        fade.play();
    }
}
