package dev.pharos.ui.control;

import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;

/// The skin of all scroll panes. JavaFX's own keeps an image of what is in view, and stretches it
/// where everything is shown larger.
public final class SharpScrollPaneSkin extends ScrollPaneSkin {
    public SharpScrollPaneSkin(ScrollPane pane) {
        super(pane);
        getChildren().stream()
                .filter(child -> child.getStyleClass().contains("viewport"))
                .forEach(viewport -> viewport.setCache(false));
    }
}
