package dev.pharos.ui.library;

import dev.pharos.ui.Texts;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What can be done with a tag in the tree.
final class TagMenu {
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
        var colours = ColourMenu.of(texts, colour -> of(each -> editing.colour(each, colour)));
        return new ContextMenu(
                item("tags.rename", this::rename),
                item("tags.merge", this::merge),
                colours,
                new SeparatorMenuItem(),
                item("tags.delete", () -> editing.delete(tag.get())));
    }

    /// Does something with the chosen one, if there is one.
    private void of(Consumer<String> does) {
        if (!tag.get().isEmpty()) {
            does.accept(tag.get());
        }
    }

    void rename() {
        String from = tag.get();
        if (!from.isEmpty()) {
            NamePopup.show(
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
        NamePopup.show(
                owner,
                texts.text("tags.mergeInto", from),
                "",
                others,
                into -> editing.merge(from, into));
    }

    private MenuItem item(String key, Runnable does) {
        var item = new MenuItem(texts.text(key));
        item.setOnAction(_ -> of(_ -> does.run()));
        return item;
    }
}
