package dev.pharos.ui.note;

import dev.pharos.engine.answer.Answerer;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.FrontMatter;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.FlowWords;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.note.NoteBlock.Properties.Property;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// What a note says of itself, as rows that can be changed: the Enter key, or going elsewhere,
/// writes a value into the note.
final class PropertyRows {
    /// What Pharos notes of a note that it has made, and nobody needs to see at once.
    private static final Set<String> NOTED =
            Set.of(
                    "source",
                    "language",
                    "created_by",
                    "confidence",
                    "reading_time",
                    "word_count",
                    Answerer.ANSWERED);

    private final Touches touches;
    private final Texts texts;

    /// Whether somebody has asked for these; it holds for all notes that are read here.
    private boolean whole;

    /// What is changed at the moment.
    private @Nullable Row changing;

    /// A property of a note, and the line where it is written.
    private record Row(@Nullable SourceId note, Property property, TextField field) {
        boolean changed() {
            return !field.getText().equals(property.value());
        }

        Object value() {
            return PropertyRows.value(property, field.getText());
        }
    }

    PropertyRows(Touches touches, Texts texts) {
        this.touches = touches;
        this.texts = texts;
        touches.onLeaving(this::left);
    }

    Node of(NoteBlock.Properties properties) {
        var grid = new GridPane();
        grid.getStyleClass().add("note-properties");
        var value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(new ColumnConstraints(), value);
        fill(grid, properties);
        return grid;
    }

    private void fill(GridPane grid, NoteBlock.Properties properties) {
        var all = properties.all();
        boolean made = all.stream().anyMatch(each -> each.key().equals(Answerer.ANSWERED));
        var shown =
                all.stream().filter(each -> whole || !made || !NOTED.contains(each.key())).toList();
        grid.getChildren().clear();
        for (int row = 0; row < shown.size(); row++) {
            add(grid, row, shown.get(row));
        }
        int more = all.size() - shown.size();
        if (more > 0) {
            int first =
                    all.indexOf(
                            all.stream()
                                    .filter(each -> !shown.contains(each))
                                    .findFirst()
                                    .orElseThrow());
            var rest = new Hyperlink(texts.text("note.moreProperties", more));
            rest.getStyleClass().add("small-link");
            rest.setOnAction(_ -> {
                whole = true;
                fill(grid, properties);
                grid.lookupAll(".note-property-value").stream()
                        .skip(first)
                        .findFirst()
                        .ifPresent(Node::requestFocus);
            });
            grid.add(rest, 0, shown.size(), 2, 1);
        }
    }

    private void add(GridPane grid, int row, Property property) {
        var name = new Label(property.key());
        name.getStyleClass().add("note-property-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var field = new TextField(property.value());
        field.getStyleClass().add("note-property-value");
        name.setLabelFor(field);
        var written = new Row(touches.note(), property, field);
        field.setOnAction(_ -> write(written));
        field.focusedProperty()
                .subscribe((_, focused) -> {
                    if (focused) {
                        changing = written;
                    } else {
                        write(written);
                    }
                });
        var remove =
                IconButton.of(
                        Material2AL.CLOSE,
                        texts.text("note.removeProperty", property.key()),
                        () -> touches.remove(property.key()));
        remove.getStyleClass().addAll("small", "note-property-remove");
        grid.addRow(row, name, whole(field, remove));
        GridPane.setValignment(name, VPos.TOP);
    }

    /// A value that is being read is seen whole, on as many lines as it takes.
    private static Node whole(TextField field, Node remove) {
        var words = new Label();
        words.getStyleClass().add("note-property-words");
        words.textProperty().bind(field.textProperty());
        words.setMouseTransparent(true);
        words.visibleProperty().bind(field.focusedProperty().not());
        FlowWords.wrap(words);
        words.setMinHeight(Region.USE_PREF_SIZE);
        field.setMaxHeight(Double.MAX_VALUE);
        var both = new StackPane(field, words, remove);
        StackPane.setAlignment(remove, Pos.TOP_RIGHT);
        both.getStyleClass().add("note-property");
        StackPane.setAlignment(words, Pos.TOP_LEFT);
        return both;
    }

    private void write(Row written) {
        if (written.changed() && Objects.equals(written.note(), touches.note())) {
            touches.set(written.property().key(), written.value());
        }
    }

    /// Who goes elsewhere while a value is changed means it for the note that is left.
    private void left(Draft note) {
        var last = changing;
        changing = null;
        if (last != null
                && last.field().isFocused()
                && last.changed()
                && note.id().equals(last.note())) {
            note.setText(FrontMatter.with(note.text(), last.property().key(), last.value()));
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
