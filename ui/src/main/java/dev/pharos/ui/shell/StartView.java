package dev.pharos.ui.shell;

import dev.pharos.ui.Texts;
import dev.pharos.ui.command.Commands;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.List;

/// What a half of the window shows where nothing is open: how to go on from there.
public final class StartView {
    private static final List<String> OFFERED =
            List.of(
                    "command.search",
                    "command.open",
                    "command.palette",
                    "command.ask",
                    "command.record",
                    "command.importFiles",
                    "command.keys");

    private final Commands commands;
    private final Texts texts;

    public StartView(Commands commands, Texts texts) {
        this.commands = commands;
        this.texts = texts;
    }

    /// An empty tab.
    Pane pane() {
        var keys = new GridPane();
        keys.getStyleClass().add("start-keys");
        commands.settingsProperty().subscribe(_ -> fill(keys));
        var root = box(new FontIcon(Material2MZ.MENU_BOOK), "reader.empty", "reader.emptyHint");
        root.getChildren().add(keys);
        root.getStyleClass().add("start");
        return new Pane(root, () -> keys.getChildren().getFirst());
    }

    private void fill(GridPane keys) {
        keys.getChildren().clear();
        for (String id : OFFERED) {
            commands.find(id)
                    .filter(command -> command.possible().getAsBoolean())
                    .ifPresent(command -> {
                        var name = new Hyperlink(texts.text(id));
                        name.getStyleClass().add("start-deed");
                        name.setOnAction(_ -> command.action().run());
                        var key = new Label(commands.keyText(id));
                        key.getStyleClass().add("key");
                        keys.addRow(keys.getRowCount(), name, key);
                    });
        }
    }

    /// What is shown where the other half has what the chosen tab would show.
    Pane elsewhere(Runnable go) {
        var root = box(new FontIcon(Material2AL.FLIP), "tab.elsewhere", "tab.elsewhereHint");
        var button = new Button(texts.text("tab.goThere"));
        button.setOnAction(_ -> go.run());
        root.getChildren().add(button);
        return new Pane(root, () -> button);
    }

    private VBox box(Node icon, String title, String hint) {
        var heading = new Label(texts.text(title));
        heading.getStyleClass().add("empty-title");
        var text = new Label(texts.text(hint));
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        var box = new VBox(icon, heading, text);
        box.getStyleClass().add("empty");
        return box;
    }
}
