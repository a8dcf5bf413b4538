package dev.pharos.ui.theme;

import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows what it holds larger or smaller: all of it, and sharp, because it is laid out in as much
/// less or more room and drawn at another scale.
public final class Zoomed extends Region {
    private final Scale scale = new Scale(1, 1);
    private final Parent content;

    public Zoomed(Parent content) {
        this.content = content;
        content.getTransforms().add(scale);
        getChildren().setAll(content);
    }

    void setFactor(double factor) {
        scale.setX(factor);
        scale.setY(factor);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / scale.getX(), getHeight() / scale.getY());
    }
}
