package dev.pharos.ui.note;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.note.NoteBlock.Properties.Property;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;
import java.util.stream.Stream;

/// What a note says of itself, as rows that can be changed: the Enter key, or going elsewhere,
/// writes a value into the note.
final class PropertyRows {
    private final Touches touches;
    private final Texts texts;

    PropertyRows(Touches touches, Texts texts) {
        this.touches = touches;
        this.texts = texts;
    }

    Node of(NoteBlock.Properties properties) {
        var grid = new GridPane();
        grid.getStyleClass().add("note-properties");
        var value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), value);
        for (int row = 0; row < properties.all().size(); row++) {
            add(grid, row, properties.all().get(row));
        }
        return grid;
    }

    private void add(GridPane grid, int row, Property property) {
        var name = new Label(property.key());
        name.getStyleClass().add("note-property-name");
        var field = new TextField(property.value());
        field.getStyleClass().add("note-property-value");
        name.setLabelFor(field);
        field.setOnAction(_ -> write(property, field.getText()));
        field.focusedProperty()
                .subscribe((_, focused) -> {
                    if (!focused) {
                        write(property, field.getText());
                    }
                });
        var remove =
                IconButton.of(
                        Material2AL.CLOSE,
                        texts.text("note.removeProperty", property.key()),
                        () -> touches.remove(property.key()));
        remove.getStyleClass().addAll("small", "note-property-remove");
        grid.addRow(row, name, field, remove);
    }

    private void write(Property property, String text) {
        if (!text.equals(property.value())) {
            touches.set(property.key(), value(property, text));
        }
    }

    /// A value stays of the kind that it looks like.
    private static Object value(Property property, String text) {
        if (property.list()) {
            return Stream.of(text.split(","))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
        }
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            case String number when number.matches("-?\\d{1,15}") -> Long.parseLong(number);
            case String words -> words;
        };
    }

    /// What a new property begins as.
    static Object begin(String key) {
        return List.of("tags", "aliases").contains(key) ? List.of() : "";
    }
}
