package dev.pharos.ui.theme;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

import java.util.function.DoubleConsumer;

/// Shows what it holds unscaled within a [Zoomed], where it is to be larger by itself: for JavaFX's
/// areas of rich text, which draw their caret and what is selected at distances measured on the
/// screen, and so beside the words in whatever is scaled.
public final class Unzoomed extends Region {
    private final Region content;
    private final DoubleConsumer enlarge;
    private final Scale scale = new Scale(1, 1);
    private double factor;

    /// @param enlarge makes the content larger by a factor
    public Unzoomed(Region content, DoubleConsumer enlarge) {
        this.content = content;
        this.enlarge = enlarge;
        content.getTransforms().add(scale);
        getChildren().setAll(content);
    }

    @Override
    protected void layoutChildren() {
        double now = Math.abs(getLocalToSceneTransform().getMxx());
        if (now != factor) {
            factor = now;
            scale.setX(1 / factor);
            scale.setY(1 / factor);
            enlarge.accept(factor);
        }
        content.resizeRelocate(0, 0, getWidth() * factor, getHeight() * factor);
    }
}
