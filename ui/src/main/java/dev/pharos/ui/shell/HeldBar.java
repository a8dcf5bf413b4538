package dev.pharos.ui.shell;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.Nodes;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// Tells that what was open before was not opened again, and offers it. Not shown where there is
/// nothing. For the JavaFX thread.
public final class HeldBar extends HBox {
    private final Label words = new Label();
    private final Texts texts;

    public HeldBar(WindowMemory memory, ShellViewModel shell, Texts texts) {
        this.texts = texts;
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinHeight(USE_PREF_SIZE);
        FlowWords.wrap(words);
        HBox.setHgrow(words, Priority.ALWAYS);
        var open = button(texts.text("held.open"), "accent", () -> memory.openHeld(shell));
        open.setId("openHeld");
        var leave = button(texts.text("held.leave"), "flat", memory::leaveHeld);
        getStyleClass().addAll("banner", "trouble");
        getChildren().setAll(new FontIcon(Material2MZ.WARNING), words, open, leave);
        memory.heldProperty().subscribe(this::show);
    }

    private static Button button(String words, String style, Runnable does) {
        var button = new Button(words);
        button.getStyleClass().add(style);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }

    private void show(StartGuard.Open held) {
        Nodes.setShown(this, !held.tabs().isEmpty());
        words.setText(texts.text("held.text", held.tabs().size()));
    }
}
