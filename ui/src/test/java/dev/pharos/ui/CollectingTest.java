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
import java.util.List;

/// Sources are collected, changed by the dozen, thrown away and taken back, as a person does it.
final class CollectingTest extends InWindow {
    @BeforeEach
    void fill() throws Exception {
        bring("tides.md", "High water in the harbour at six.\n");
        bring("lamps.txt", "Forty of them.\n");
        fire("#close");
        awaitSources(2);
    }

    private void bring(String name, String words) throws Exception {
        Path folder = Files.createDirectories(temp.resolve("files"));
        window.drop(Files.writeString(folder.resolve(name), words));
    }

    private ListView<?> awaitSources(int count) {
        return window.await("#list", ListView.class, list -> list.getItems().size() == count);
    }

    private ListView<?> awaitShelves(int count) {
        return window.await("#shelves", ListView.class, list -> list.getItems().size() == count);
    }

    private void fire(String selector) {
        var button = window.await(selector, Button.class, Node::isVisible);
        robot.interact(button::fire);
    }

    private void press(KeyCode key) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(key)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    /// In the list of the library.
    private void chooseAll() {
        var list = awaitSources(2);
        robot.interact(list::requestFocus);
        shortcut(KeyCode.A);
        window.await("#trash", Button.class, Node::isVisible);
    }

    @Test
    void aSearchThatIsKeptFindsWhatComesLater() throws Exception {
        toLine();
        robot.write("harbour");
        window.await("#saveSearch", Button.class, _ -> true);
        press(KeyCode.S);
        robot.write("Ports\n");
        TestWindow.until(() -> window.library.collections().all().size() == 1);
        press(KeyCode.L);
        var shelves = awaitShelves(6);
        TestWindow.until(shelves::isFocused);
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        awaitSources(1);

        bring("ostia.txt", "Ostia was the harbour of Rome.\n");

        awaitSources(2);
    }

    @Test
    void allThatIsChosenIsThrownAwayAndComesBack() {
        chooseAll();

        fire("#trash");

        TestWindow.until(() -> window.library.sources().count() == 0);
        fire(".toast .button");
        TestWindow.until(() -> window.library.sources().count() == 2);
        awaitSources(2);
    }

    @Test
    void whatWasDoneLastIsTakenBackAlsoWhenItsNewsHasGone() {
        chooseAll();
        fire("#trash");
        awaitSources(0);
        robot.interact(
                () -> ((Pane) window.opened().root().lookup(".toasts")).getChildren().clear());

        shortcut(KeyCode.Z);

        awaitSources(2);
    }

    @Test
    void allThatIsChosenGoesIntoANewCollection() {
        chooseAll();
        press(KeyCode.C);
        robot.write("For later\n");
        awaitShelves(6);
        press(KeyCode.L);
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        TestWindow.until(() -> {
            var all = window.library.collections().all();
            return all.size() == 1 && window.library.collections().count(all.getFirst().id()) == 2;
        });
    }

    @Test
    void whatIsOpenedElsewhereIsChosenInTheList() {
        var list = awaitSources(2);
        robot.interact(list::requestFocus);
        shortcut(KeyCode.O);
        window.await(".palette .text-field", Node.class, Node::isFocused);
        robot.write("tides").type(KeyCode.ENTER);
        TestWindow.until(() ->
                list.getSelectionModel().getSelectedItem() instanceof Source chosen
                        && chosen.title().equals("tides"));
    }

    @Test
    void whatIsThrownAwayWhileItIsOpenIsTakenBackThere() {
        shortcut(KeyCode.J);
        window.await(".job-cell", Node.class, Node::isVisible);
        shortcut(KeyCode.O);
        window.await(".palette .text-field", Node.class, Node::isFocused);
        robot.write("lamps").type(KeyCode.ENTER);
        window.awaitTitle("lamps");
        window.library
                .trash()
                .put(
                        window.library.sources().all().stream()
                                .filter(each -> each.title().equals("lamps"))
                                .map(Source::id)
                                .toList());

        fire("#takeBackSource");

        window.awaitTitle("lamps");
        assertEquals(List.of(), window.library.trash().all());
    }

    @Test
    void deletingForEverAsksFirst() {
        window.library
                .trash()
                .put(window.library.sources().all().stream().map(each -> each.id()).toList());
        awaitSources(0);
        var shelves = awaitShelves(5);
        robot.interact(() -> shelves.getSelectionModel().select(4));
        fire("#emptyAll");
        assertEquals(2, window.library.trash().all().size());

        fire("#sure");

        TestWindow.until(() -> window.library.trash().all().isEmpty());
    }
}
