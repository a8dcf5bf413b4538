package dev.pharos.ui.library;

import dev.pharos.ui.Texts;
import dev.pharos.ui.library.Shelf.Collected;

import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.util.List;
import java.util.function.Consumer;

/// The pictures of what the list of the library can show.
final class ShelfIcons {

    /// @param name as the library keeps it
    /// @param words key of what it shows
    private record Choice(String name, String words, Ikon picture) {}

    private static final List<Choice> CHOICES =
            List.of(
                    new Choice("star", "shelf.icon.star", Material2MZ.STAR),
                    new Choice("heart", "shelf.icon.heart", Material2AL.FAVORITE),
                    new Choice("flag", "shelf.icon.flag", Material2AL.FLAG),
                    new Choice("book", "shelf.icon.book", Material2AL.BOOK),
                    new Choice("school", "shelf.icon.school", Material2MZ.SCHOOL),
                    new Choice("work", "shelf.icon.work", Material2MZ.WORK),
                    new Choice("science", "shelf.icon.science", Material2MZ.SCIENCE),
                    new Choice("idea", "shelf.icon.idea", Material2AL.LIGHTBULB),
                    new Choice("music", "shelf.icon.music", Material2MZ.MUSIC_NOTE),
                    new Choice("world", "shelf.icon.world", Material2MZ.PUBLIC));

    private ShelfIcons() {}

    static Ikon of(Shelf shelf) {
        return switch (shelf) {
            case Shelf.Own own ->
                    switch (own) {
                        case ALL -> Material2AL.LIBRARY_BOOKS;
                        case READ -> Material2AL.HISTORY;
                        case ADDED -> Material2AL.FIBER_NEW;
                        case UNTAGGED -> Material2AL.LABEL_OFF;
                        case TRASH -> Material2AL.DELETE_OUTLINE;
                    };
            case Collected collected ->
                    CHOICES.stream()
                            .filter(each -> each.name().equals(collected.collection().icon()))
                            .findFirst()
                            .map(Choice::picture)
                            .orElse(collected.picked() ? Material2AL.FOLDER : Material2MZ.SEARCH);
        };
    }

    /// @param chosen gets the name of the picture, or null for the usual one
    static Menu menu(Texts texts, Consumer<@Nullable String> chosen) {
        var menu = new Menu(texts.text("shelf.icon"));
        for (Choice choice : CHOICES) {
            var item = new MenuItem(texts.text(choice.words()), new FontIcon(choice.picture()));
            item.setOnAction(_ -> chosen.accept(choice.name()));
            menu.getItems().add(item);
        }
        var none = new MenuItem(texts.text("shelf.icon.usual"));
        none.setOnAction(_ -> chosen.accept(null));
        menu.getItems().addAll(new SeparatorMenuItem(), none);
        return menu;
    }
}
