package dev.pharos.ui;

import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import java.nio.file.Files;
import java.util.List;
import java.util.UUID;

/// Takes pictures of collections, bulk actions, the trash and all highlights, as [Screenshots]
/// does.
final class CollectionShots extends Pictures {
    @Override
    void take() throws Exception {
        picture("120-collections-empty");
        highlights("121-highlights-empty");
        var folder = Samples.write(temp.resolve("samples"));
        Files.writeString(
                folder.resolve("tides.md"),
                "---\ntags: [sea, sea/tides, work/station]\n---\n# Tides\n\nHigh water at six.\n");
        window.drop(folder);
        window.await("#onlyProblems", CheckBox.class, _ -> true);
        fire("#close");
        window.awaitItems("#list", 6);
        collect();
        mark();
        pictures();
    }

    private List<Source> all() {
        return window.library.sources().all();
    }

    private SourceId titled(String words) {
        return all().stream()
                .filter(each -> each.title().contains(words))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void collect() throws Exception {
        var collections = window.library.collections();
        var coast =
                new SavedCollection(
                        UUID.randomUUID(),
                        "For the essay on lighthouses",
                        new Content.Picked(),
                        "star",
                        "#e69f00");
        collections.save(coast);
        collections.add(coast.id(), List.of(titled("keeper"), titled("Pharos"), titled("Museum")));
        collections.save(
                new SavedCollection(
                        UUID.randomUUID(),
                        "Harbours",
                        new Content.Search("harbour"),
                        null,
                        "#0072b2"));
        window.library.trash().put(List.of(titled("Tides")));
    }

    private void mark() throws Exception {
        mark("keeper", "The lamp is lit half an hour before sunset", Colour.YELLOW, "");
        mark("keeper", "A storm in March broke two panes", Colour.PINK, "Compare with 1903.");
        mark("Pharos", "A fire burned at the top through the night", Colour.GREEN, "");
        mark("Fresnel", "floats on a bath of mercury", Colour.BLUE, "How heavy is it?");
    }

    private void mark(String title, String words, Colour colour, String note) throws Exception {
        var source = titled(title);
        String text = window.library.sources().document(source).orElseThrow().text();
        int at = text.indexOf(words);
        window.library.highlights().add(source, at, at + words.length(), colour, note);
    }

    private void highlights(String name) throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.M);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        picture(name);
    }

    private void fire(String button) {
        var found = window.await(button, ButtonBase.class, Node::isVisible);
        robot.interact(found::fire);
    }

    private void choose(int shelf) {
        ListView<?> shelves = window.awaitItems("#shelves", 7);
        robot.interact(() -> shelves.getSelectionModel().select(shelf));
    }

    private void pictures() throws Exception {
        highlights("122-highlights");
        choose(4);
        picture("123-collection");
        choose(0);
        ListView<?> list = window.await("#list", ListView.class, Node::isVisible);
        robot.interact(list::requestFocus);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        picture("124-bulk");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.C);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        pause(400);
        dialog("125-collect");
        robot.type(KeyCode.ESCAPE);
        choose(6);
        picture("126-trash");
        fire("#emptyAll");
        picture("127-trash-sure");
        fire("#keep");
        choose(2);
        toLine();
        robot.write("harbour");
        picture("128-save-search");
        robot.type(KeyCode.ESCAPE);
        fire("#fold");
        picture("129-folded");
        fire("#fold");
    }
}
