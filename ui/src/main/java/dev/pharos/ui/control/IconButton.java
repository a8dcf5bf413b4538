package dev.pharos.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button that shows a picture and tells its name to those who point at it or cannot see it.
public final class IconButton {

    private IconButton() {}

    public static Button of(Ikon picture, String name, Runnable does) {
        var button = new Button(null, new FontIcon(picture));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setMinSize(Button.USE_PREF_SIZE, Button.USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }
}
