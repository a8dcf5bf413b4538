package dev.pharos.ui.making;

import dev.pharos.ui.Texts;
import dev.pharos.ui.command.Tips;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Pane;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// Makes a note of what is read or heard, from the tools above it.
public final class MakeNoteButton {
    private static final double ROOMY = 760;

    private MakeNoteButton() {}

    /// Puts it before the other tools; it says what it does where there is room.
    ///
    /// @param tools where in the pane
    public static void into(Parent pane, String tools, Runnable make, Tips tips, Texts texts) {
        var button = new Button(texts.text("making.button"), new FontIcon(Material2MZ.POST_ADD));
        button.setId("makeNote");
        button.setAccessibleText(texts.text("making.button"));
        button.getStyleClass().addAll("flat", "make-note");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> make.run());
        tips.on(button, "command.makeNote");
        pane.layoutBoundsProperty()
                .subscribe(bounds ->
                        button.setContentDisplay(
                                bounds.getWidth() < ROOMY
                                        ? ContentDisplay.GRAPHIC_ONLY
                                        : ContentDisplay.LEFT));
        ((Pane) pane.lookup(tools)).getChildren().addFirst(button);
    }
}
