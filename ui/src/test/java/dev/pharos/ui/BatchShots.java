package dev.pharos.ui;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.model.MemoryPorts;
import dev.pharos.ui.sound.Interview;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Takes pictures of batches, of relationships and of what is offered after an answer.
final class BatchShots extends Pictures {
    private static final List<String> PAPERS =
            List.of("Steps of the tower", "Oil and wicks", "The keeper's year", "Storms of 1834");

    @Override
    @Nullable ModelPorts ports(Path home) {
        return new MemoryPorts(home.resolve("models")).ports();
    }

    private void batches() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.J);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        window.await(".batches", Node.class, _ -> true);
    }

    @Override
    void take() throws Exception {
        robot.type(KeyCode.ESCAPE);
        batches();
        picture("70-batches-empty");
        var all = sources();
        submit(
                window.library.sources().all().stream()
                        .filter(each -> each.kind() != SourceKind.RECORDING)
                        .map(each -> each.id())
                        .toList());
        TestWindow.until(() -> window.library.batches().all().getFirst().status().over());
        window.speech.hold(true);
        window.library.batches().submit(all, new Batch.Settings(MadeNote.Settings.DEFAULT, "de"));
        window.await(".batch-item", Node.class, _ -> true);
        picture("71-batches");
        window.focus(".batch-list");
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT);
        picture("72-batch-steps");
        shortcut(KeyCode.J);
        picture("73-jobs");
        window.speech.hold(false);
        relations();
        next();
    }

    private List<SourceId> sources() throws Exception {
        var folder = Files.createDirectories(temp.resolve("papers"));
        var files = new ArrayList<Path>();
        for (String name : PAPERS) {
            var text = new StringBuilder(name + "\n\n");
            for (int year = 1801; year < 1840; year++) {
                text.append("In ").append(year).append(" the keeper of the lighthouse wrote of ");
                text.append(name).append(" and of how much oil the lamp had burnt.\n");
            }
            files.add(Files.writeString(folder.resolve(name + ".txt"), text));
        }
        files.add(Files.writeString(folder.resolve("Too short.txt"), "Hm."));
        var spoken = Interview.repeated(2);
        files.add(Interview.wav(temp.resolve("At the lighthouse.wav"), spoken));
        files.add(Interview.wav(temp.resolve("A second talk.wav"), spoken));
        window.library.importer().importAll(files, ImportListener.NONE, Progress.NONE);
        return window.library.sources().all().stream().map(each -> each.id()).toList();
    }

    private void submit(List<SourceId> sources) throws Exception {
        window.library
                .batches()
                .submit(sources, new Batch.Settings(MadeNote.Settings.DEFAULT, null));
    }

    private void relations() throws Exception {
        var notes = window.library.notes();
        notes.create("Guide", "A walk. The Harbour Bridge is 530 metres long. Sun.", "");
        notes.create(
                "Plan", "See the Inspection of May. The Harbour Bridge was opened in 1932.", "");
        notes.create(
                "Inspection", "The Harbour Bridge is 503 metres long. It was opened in 1932.", "");
        shortcut(KeyCode.DIGIT1);
        window.awaitItems("#list", window.library.sources().all().size());
        shortcut(KeyCode.O);
        window.awaitKeyboard(".palette .text-field");
        robot.write("Inspection");
        window.await(
                ".palette .list-cell",
                ListCell.class,
                cell ->
                        cell.isSelected()
                                && String.valueOf(cell.getAccessibleText()).contains("Inspection"));
        robot.type(KeyCode.ENTER);
        window.awaitTitle("Inspection");
        window.press("#aside", ToggleButton.class, _ -> true);
        window.await(".relation-card", Node.class, _ -> true);
        picture("74-relationships");
        window.press("#relation-accept");
        picture("75-relationship-accepted");
    }

    private void next() throws Exception {
        shortcut(KeyCode.DIGIT5);
        var field = window.await("#field", TextArea.class, Node::isFocused);
        robot.interact(() -> field.setText("How long is the Harbour Bridge?"));
        robot.type(KeyCode.ENTER);
        window.await(".next-step", Node.class, _ -> true);
        picture("76-next-steps");
    }
}
