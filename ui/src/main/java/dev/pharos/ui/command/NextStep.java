package dev.pharos.ui.command;

import dev.pharos.ui.Texts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The one thing to do next where there is nothing yet: a button that gives a command, and the key
/// that does the same.
public final class NextStep extends HBox {

    /// @param id of the command
    /// @param words key of what the button says
    public NextStep(Commands commands, Texts texts, String id, String words) {
        var button = new Button(texts.text(words));
        button.getStyleClass().add("next-step");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> commands.find(id).ifPresent(each -> each.action().run()));
        var key = new Label();
        key.getStyleClass().add("key");
        key.setMinWidth(Label.USE_PREF_SIZE);
        commands.settingsProperty()
                .subscribe(_ -> {
                    key.setText(commands.keyText(id));
                    key.setVisible(!key.getText().isEmpty());
                    key.setManaged(key.isVisible());
                    button.setAccessibleHelp(key.getText());
                });
        getStyleClass().add("next-step-row");
        getChildren().setAll(button, key);
    }
}
