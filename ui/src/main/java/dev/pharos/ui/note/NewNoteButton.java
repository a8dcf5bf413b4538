package dev.pharos.ui.note;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.Texts;

import javafx.scene.Parent;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;

/// Begins a note from the list of notes: an empty one, that of today, or one from a template.
public final class NewNoteButton {

    private NewNoteButton() {}

    /// Puts it into the head of a list.
    public static void into(Parent list, NewNotes begun, Texts texts) {
        var button = new SplitMenuButton();
        button.setId("newNote");
        button.setGraphic(new FontIcon(Material2AL.ADD));
        button.setAccessibleText(texts.text("command.newNote"));
        button.setTooltip(new Tooltip(texts.text("note.newTip")));
        button.getStyleClass().addAll("flat", "new-note");
        button.setMinWidth(SplitMenuButton.USE_PREF_SIZE);
        button.setOnAction(_ -> begun.empty());
        button.getItems().setAll(item("command.todayNote", begun::today, texts));
        button.setOnShowing(_ ->
                begun.templates(all -> {
                    button.getItems().setAll(item("command.todayNote", begun::today, texts));
                    add(button, all, begun, texts);
                }));
        ((Pane) list.lookup(".pane-head")).getChildren().add(button);
    }

    private static MenuItem item(String key, Runnable does, Texts texts) {
        var item = new MenuItem(texts.text(key));
        item.setOnAction(_ -> does.run());
        return item;
    }

    private static void add(
            SplitMenuButton button, List<Source> templates, NewNotes begun, Texts texts) {
        if (!templates.isEmpty()) {
            button.getItems().add(new SeparatorMenuItem());
        } else {
            button.getItems().add(item("command.fromTemplate", begun::choose, texts));
        }
        for (var template : templates) {
            var item = new MenuItem(template.title());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> begun.from(template.id()));
            button.getItems().add(item);
        }
    }
}
