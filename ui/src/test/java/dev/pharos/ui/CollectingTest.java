package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.Source;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

/// Sources are collected, changed by the dozen, thrown away and taken back, as a person does it.
final class CollectingTest extends InWindow {
    @BeforeEach
    void fill() throws Exception {
        bring("tides.md", "High water in the harbour at six.\n");
        bring("lamps.txt", "Forty of them.\n");
        window.press("#close");
        awaitSources(2);
    }

    private void bring(String name, String words) throws Exception {
        Path folder = Files.createDirectories(temp.resolve("files"));
        window.drop(Files.writeString(folder.resolve(name), words));
    }

    private ListView<?> awaitSources(int count) {
        return window.awaitItems("#list", count);
    }

    private ListView<?> awaitShelves(int count) {
        return window.awaitItems("#shelves", count);
    }

    /// Goes down from the first shelf, which has the keyboard.
    private void toShelf(int count, int index) {
        awaitShelves(count);
        for (int at = 0; at <= index; at++) {
            int now = at;
            window.await(
                    "#shelves",
                    ListView.class,
                    list -> list.isFocused() && list.getSelectionModel().getSelectedIndex() == now);
            if (at < index) {
                robot.type(KeyCode.DOWN);
            }
        }
    }

    /// In the list of the library.
    private void chooseAll() {
        awaitSources(2);
        window.focus("#list");
        shortcut(KeyCode.A);
        window.await(
                "#list",
                ListView.class,
                list -> list.getSelectionModel().getSelectedIndices().size() == 2);
    }

    @Test
    void aSearchThatIsKeptFindsWhatComesLater() throws Exception {
        toLine();
        robot.write("harbour");
        window.await("#saveSearch", Button.class, _ -> true);
        withShift(KeyCode.S);
        window.awaitKeyboard(".tag-popup .text-field");
        robot.write("Ports\n");
        TestWindow.until(() -> window.library.collections().all().size() == 1);
        withShift(KeyCode.L);
        toShelf(6, 4);
        awaitSources(1);

        bring("ostia.txt", "Ostia was the harbour of Rome.\n");

        awaitSources(2);
    }

    @Test
    void allThatIsChosenIsThrownAwayAndComesBack() {
        chooseAll();

        window.press("#trash");

        TestWindow.until(() -> window.library.sources().count() == 0);
        window.press(".toast .button");
        TestWindow.until(() -> window.library.sources().count() == 2);
        awaitSources(2);
    }

    @Test
    void whatWasDoneLastIsTakenBackAlsoWhenItsNewsHasGone() {
        chooseAll();
        window.press("#trash");
        awaitSources(0);
        window.use(
                ".toasts",
                Pane.class,
                toasts -> !toasts.getChildren().isEmpty(),
                toasts -> {
                    toasts.getChildren().clear();
                });

        shortcut(KeyCode.Z);

        awaitSources(2);
    }

    @Test
    void allThatIsChosenGoesIntoANewCollection() {
        chooseAll();
        withShift(KeyCode.C);
        window.awaitKeyboard(".tag-popup .text-field");
        robot.write("For later\n");
        awaitShelves(6);
        withShift(KeyCode.L);
        toShelf(6, 4);
        TestWindow.until(() -> {
            var all = window.library.collections().all();
            return all.size() == 1 && window.library.collections().count(all.getFirst().id()) == 2;
        });
    }

    @Test
    void whatIsOpenedElsewhereIsChosenInTheList() {
        window.focus("#list");
        openByName("tides");
        window.await(
                "#list",
                ListView.class,
                list ->
                        list.getSelectionModel().getSelectedItem() instanceof Source chosen
                                && chosen.title().equals("tides"));
    }

    @Test
    void whatIsThrownAwayWhileItIsOpenIsTakenBackThere() {
        shortcut(KeyCode.J);
        window.await(".job-cell", Node.class, Node::isVisible);
        openByName("lamps");
        window.awaitTitle("lamps");
        window.library
                .trash()
                .put(
                        window.library.sources().all().stream()
                                .filter(each -> each.title().equals("lamps"))
                                .map(Source::id)
                                .toList());

        window.press("#takeBackSource");

        TestWindow.until(() -> window.library.trash().all().isEmpty());
        window.awaitTitle("lamps");
    }

    @Test
    void deletingForEverAsksFirst() {
        window.library
                .trash()
                .put(window.library.sources().all().stream().map(each -> each.id()).toList());
        awaitSources(0);
        awaitShelves(5);
        window.use(
                "#shelves",
                ListView.class,
                _ -> true,
                shelves -> {
                    shelves.getSelectionModel().select(4);
                });
        window.press("#emptyAll");
        assertEquals(2, window.library.trash().all().size());

        window.press("#sure");

        TestWindow.until(() -> window.library.trash().all().isEmpty());
    }
}
