package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.sound.Interview;

import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Notes of many sources at once, from the asking to the last step.
final class BatchingTest extends InTalk {
    private Path paper(String name) throws IOException {
        var text = new StringBuilder(name + "\n\n");
        for (int year = 1801; year < 1840; year++) {
            text.append("In ").append(year).append(" the keeper of the ").append(name);
            text.append(" wrote down how much oil the lamp had burnt.\n");
        }
        return Files.writeString(temp.resolve(name + ".txt"), text);
    }

    private long notes() {
        return window.library.sources().all().stream()
                .filter(each -> each.kind() == SourceKind.NOTE)
                .count();
    }

    private List<Batch> batches() {
        return window.library.batches().all();
    }

    private void make() {
        window.await("#form", Node.class, Node::isFocused);
        robot.type(KeyCode.ENTER);
    }

    private void importPapers(int all) throws Exception {
        var files = Stream.of(paper("Lighthouse"), paper("Harbour")).toList();
        window.library.importer().importAll(files, ImportListener.NONE, Progress.NONE);
        window.awaitItems("#list", all);
    }

    @Test
    void whatIsChosenInTheLibraryBecomesNotesThatTheirPageOpens() throws Exception {
        importPapers(2);
        robot.clickOn(".source-cell:filled");
        shortcut(KeyCode.A);
        window.press("#makeNotes");
        make();
        withShift(KeyCode.J);
        window.awaitWords(".batch-head .batch-stand", "All done"::equals);
        assertEquals(2, notes());
        window.press(".batch-note", Hyperlink.class, link -> link.getText().contains("Lighthouse"));
        window.await("#madeFrom", Hyperlink.class, from -> from.getText().contains("Lighthouse"));
    }

    @Test
    void droppedFilesComeIntoTheLibraryAndBecomeNotes() throws Exception {
        withShift(KeyCode.J);
        window.await("#beginFirst", Node.class, _ -> true);
        window.drop(paper("Lighthouse"));
        make();
        window.await(".batch-note", Hyperlink.class, _ -> true);
        assertEquals(1, batches().getFirst().items().size());
    }

    @Test
    void whatFailsSaysWhyAndStopsNoOther() throws Exception {
        var note = window.library.notes().create("Short", "Hm.", "");
        importPapers(3);
        var all = window.library.sources().all().stream().map(each -> each.id()).toList();
        window.library.batches().submit(all, new Batch.Settings(MadeNote.Settings.DEFAULT, null));
        withShift(KeyCode.J);
        window.awaitWords(".batch-item .batch-stand", words -> words.contains("too little"));
        window.awaitWords(".batch-head .batch-stand", words -> words.contains("2 of 3 done"));
        window.library.notes().save(note.id(), note.revision(), paperText());
        window.press("#batch-retry");
        window.awaitWords(".batch-head .batch-stand", "All done"::equals);
    }

    @Test
    void whatNoModelWroteIsToldAboveEverythingWithTheReason() throws Exception {
        var model = new ToldModel();
        window.chat = () -> Optional.of(model);
        importPapers(2);
        var all = window.library.sources().all().stream().map(each -> each.id()).toList();
        window.library.batches().submit(all, new Batch.Settings(MadeNote.Settings.DEFAULT, null));
        window.await("#making .making-step", Label.class, _ -> true);
        all.forEach(_ -> model.fail());
        window.await(
                "#making .trouble .label",
                Label.class,
                told ->
                        told.getText()
                                        .startsWith(
                                                "The language model failed at the notes of 2 of 2")
                                && told.getText().contains("http://localhost:11434"));
        assertEquals(4, window.library.sources().all().size(), "the notes are made all the same");
    }

    private String paperText() throws IOException {
        return Files.readString(paper("Short"));
    }

    @Test
    void stepsOpenByKeyAndACancelledBatchCanBeTakenOffTheList() throws Exception {
        window.speech.hold(true);
        window.drop(Interview.wav(temp.resolve("Talk.wav"), TALK));
        TestWindow.until(() -> !window.library.sources().all().isEmpty());
        var talk = window.library.sources().all().getFirst();
        window.library
                .batches()
                .submit(List.of(talk.id()), new Batch.Settings(MadeNote.Settings.DEFAULT, null));
        withShift(KeyCode.J);
        window.await(".batch-list", ListView.class, list -> list.getItems().size() == 2);
        window.focus(".batch-list");
        robot.type(KeyCode.DOWN, KeyCode.RIGHT);
        window.await(
                ".batch-lines .batch-step-name",
                Label.class,
                each -> each.getText().equals("Words"));
        robot.type(KeyCode.DELETE);
        window.awaitWords(".batch-head .batch-stand", "Cancelled"::equals);
        robot.type(KeyCode.DELETE);
        window.await("#beginFirst", Node.class, _ -> true);
        window.speech.hold(false);
    }
}
