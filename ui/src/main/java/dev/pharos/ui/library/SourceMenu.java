package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Where;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.function.BiConsumer;

/// What can be done with the sources that are chosen in a list, in a menu.
final class SourceMenu {
    private final ChosenSources chosen;
    private final BiConsumer<Source, Where> open;
    private final Texts texts;

    SourceMenu(ChosenSources chosen, BiConsumer<Source, Where> open, Texts texts) {
        this.chosen = chosen;
        this.open = open;
        this.texts = texts;
    }

    ContextMenu menu() {
        var untag = new Menu(texts.text("tags.remove"));
        var take = new MenuItem();
        take.setMnemonicParsing(false);
        take.setOnAction(_ -> chosen.take());
        var menu =
                new ContextMenu(
                        opening("open.here", Where.HERE),
                        opening("open.newTab", Where.NEW_TAB),
                        opening("open.beside", Where.BESIDE),
                        new SeparatorMenuItem(),
                        item("tags.add", chosen::tag),
                        untag,
                        item("chosen.collect", chosen::collect),
                        take,
                        new SeparatorMenuItem(),
                        item("chosen.makeNotes", chosen::makeNotes),
                        item("chosen.export", chosen::export),
                        item("chosen.trash", chosen::throwAway));
        menu.setOnShowing(_ -> {
            untag.getItems().setAll(chosen.tagged().stream().map(this::removal).toList());
            untag.setDisable(untag.getItems().isEmpty());
            var here = chosen.here();
            take.setVisible(here != null);
            take.setText(here == null ? "" : texts.text("chosen.take", here.name()));
            boolean none = chosen.places().isEmpty();
            menu.getItems().stream()
                    .filter(each -> each != untag)
                    .forEach(each -> each.setDisable(none));
        });
        return menu;
    }

    private MenuItem removal(String tag) {
        var item = new MenuItem(tag);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> chosen.untag(tag));
        return item;
    }

    private MenuItem item(String key, Runnable does) {
        var item = new MenuItem(texts.text(key));
        item.setOnAction(_ -> does.run());
        return item;
    }

    private MenuItem opening(String key, Where where) {
        return item(
                key,
                () ->
                        chosen.all().stream()
                                .findFirst()
                                .ifPresent(each -> open.accept(each, where)));
    }
}
