package dev.pharos.ui.library;

import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.ui.Texts;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What can be done with the collection that is chosen.
final class ShelfMenu {
    private final CollectionEditing editing;
    private final Texts texts;
    private final Node owner;
    private final Supplier<@Nullable SavedCollection> chosen;

    /// @param chosen null where none is
    ShelfMenu(
            CollectionEditing editing,
            Texts texts,
            Node owner,
            Supplier<@Nullable SavedCollection> chosen) {
        this.editing = editing;
        this.texts = texts;
        this.owner = owner;
        this.chosen = chosen;
    }

    ContextMenu menu() {
        var search = item("shelf.editSearch", this::search);
        var colour = ColourMenu.of(texts, value -> of(each -> editing.colour(each, value)));
        var icon = ShelfIcons.menu(texts, value -> of(each -> editing.icon(each, value)));
        var own =
                List.of(
                        item("shelf.rename", _ -> rename()),
                        search,
                        icon,
                        colour,
                        new SeparatorMenuItem(),
                        item("shelf.up", each -> editing.step(each, false)),
                        item("shelf.down", each -> editing.step(each, true)),
                        new SeparatorMenuItem(),
                        item("shelf.remove", editing::remove),
                        new SeparatorMenuItem());
        var begin = new MenuItem(texts.text("shelf.create"));
        begin.setOnAction(_ -> create());
        var menu = new ContextMenu();
        menu.getItems().setAll(own);
        menu.getItems().add(begin);
        menu.setOnShowing(_ -> {
            var now = chosen.get();
            own.forEach(each -> each.setVisible(now != null));
            search.setVisible(now != null && now.content() instanceof Content.Search);
        });
        return menu;
    }

    /// A new one that is picked by hand.
    void create() {
        NamePopup.show(
                owner,
                texts.text("shelf.nameOfNew"),
                "",
                List.of(),
                name -> editing.create(name.strip(), List.of()));
    }

    void rename() {
        of(old ->
                NamePopup.show(
                        owner,
                        texts.text("shelf.renameTo", old.name()),
                        old.name(),
                        List.of(),
                        name -> editing.rename(old, name.strip())));
    }

    private void search(SavedCollection old) {
        if (old.content() instanceof Content.Search(var query)) {
            NamePopup.show(
                    owner,
                    texts.text("shelf.searchOf", old.name()),
                    query,
                    List.of(),
                    words -> editing.search(old, words.strip()));
        }
    }

    private void of(Consumer<SavedCollection> does) {
        var now = chosen.get();
        if (now != null) {
            does.accept(now);
        }
    }

    private MenuItem item(String key, Consumer<SavedCollection> does) {
        var item = new MenuItem(texts.text(key));
        item.setOnAction(_ -> of(does));
        return item;
    }
}
