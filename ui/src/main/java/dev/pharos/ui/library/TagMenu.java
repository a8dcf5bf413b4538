package dev.pharos.ui.library;

import dev.pharos.ui.Texts;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.shape.Circle;

import java.util.List;
import java.util.function.Supplier;

/// What can be done with a tag in the tree.
final class TagMenu {

    /// Readable on light and dark, after the Okabe–Ito palette.
    private static final List<Colour> COLOURS =
            List.of(
                    new Colour("tags.orange", "#e69f00"),
                    new Colour("tags.red", "#d55e00"),
                    new Colour("tags.pink", "#cc79a7"),
                    new Colour("tags.violet", "#7b61ff"),
                    new Colour("tags.blue", "#0072b2"),
                    new Colour("tags.sky", "#56b4e9"),
                    new Colour("tags.green", "#009e73"));

    /// @param name key of its words
    private record Colour(String name, String value) {}

    private static final double DOT = 5;

    private final TagEditing editing;
    private final Texts texts;
    private final Node owner;
    private final Supplier<String> tag;

    /// @param tag the chosen one, or empty
    TagMenu(TagEditing editing, Texts texts, Node owner, Supplier<String> tag) {
        this.editing = editing;
        this.texts = texts;
        this.owner = owner;
        this.tag = tag;
    }

    ContextMenu menu() {
        var colours = new Menu(texts.text("tags.colour"));
        var none = item("tags.noColour", () -> editing.colour(tag.get(), null));
        for (Colour colour : COLOURS) {
            var item = item(colour.name(), () -> editing.colour(tag.get(), colour.value()));
            item.setGraphic(dot(colour.value()));
            colours.getItems().add(item);
        }
        colours.getItems().addAll(new SeparatorMenuItem(), none);
        return new ContextMenu(
                item("tags.rename", this::rename),
                item("tags.merge", this::merge),
                colours,
                new SeparatorMenuItem(),
                item("tags.delete", () -> editing.delete(tag.get())));
    }

    static Circle dot(String colour) {
        var dot = new Circle(DOT);
        dot.setStyle("-fx-fill: " + colour + ";");
        return dot;
    }

    void rename() {
        String from = tag.get();
        if (!from.isEmpty()) {
            TagPopup.show(
                    owner,
                    texts.text("tags.renameTo", from),
                    from,
                    List.of(),
                    to -> editing.rename(from, to));
        }
    }

    private void merge() {
        String from = tag.get();
        var others = editing.names().stream().filter(name -> !name.equals(from)).toList();
        TagPopup.show(
                owner,
                texts.text("tags.mergeInto", from),
                "",
                others,
                into -> editing.merge(from, into));
    }

    private MenuItem item(String key, Runnable does) {
        var item = new MenuItem(texts.text(key));
        item.setOnAction(_ -> {
            if (!tag.get().isEmpty()) {
                does.run();
            }
        });
        return item;
    }
}
