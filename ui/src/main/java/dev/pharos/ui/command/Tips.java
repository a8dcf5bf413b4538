package dev.pharos.ui.command;

import dev.pharos.ui.Texts;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/// Says of buttons what they do and which key does the same, also after another key was chosen.
public final class Tips {
    private final Commands commands;
    private final Texts texts;

    public Tips(Commands commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
    }

    public Commands commands() {
        return commands;
    }

    /// @param id of the command that the button gives
    public void on(Control button, String id) {
        var tip = new Tooltip();
        button.setTooltip(tip);
        commands.settingsProperty().subscribe(_ -> tip.setText(text(id)));
    }

    private String text(String id) {
        String key = commands.keyText(id);
        String name = texts.text(id);
        return key.isEmpty() ? name : texts.text("keys.tip", name, key);
    }
}
