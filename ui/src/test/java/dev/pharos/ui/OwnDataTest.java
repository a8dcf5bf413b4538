package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.job.LongWork.Deed;

import javafx.scene.control.CheckBox;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/// What is in the library becomes files elsewhere, as a person asks for it.
final class OwnDataTest extends InWindow {

    private void command(String id) {
        robot.interact(() -> window.opened().commands().find(id).orElseThrow().action().run());
    }

    private String note(SourceId id) throws ProblemException {
        return window.library.notes().find(id).orElseThrow().markdown();
    }

    @Test
    void everythingIsExportedIntoANewFolderThatCanBeOpened() throws Exception {
        window.library.notes().create("Tides", "High water at six.", "");
        Path folder = Files.createDirectories(temp.resolve("stick"));
        window.chosen = List.of(folder);

        command("command.exportAll");

        var works = window.opened().beside().works();
        TestWindow.until(() ->
                TestWindow.onFx(() -> {
                    var over = works.all(work -> work.can(Deed.OPEN_FOLDER));
                    over.forEach(work -> works.act(work, Deed.OPEN_FOLDER));
                    return !over.isEmpty();
                }));
        TestWindow.until(() -> window.revealed != null);
        Path made = Objects.requireNonNull(window.revealed);
        assertEquals(folder, made.getParent());
        assertEquals("High water at six.", Files.readString(made.resolve("notes/Tides.md")));
    }

    @Test
    void aKeptFolderFollowsTheNotesAndTheyFollowIt() throws Exception {
        var id = window.library.notes().create("Tides", "At six.", "").id();
        Path folder = temp.resolve("notes");
        window.chosen = List.of(folder);
        command("command.mirror");
        TestWindow.until(() -> Files.exists(folder.resolve("Tides.md")));
        command("command.settings");
        window.press("#keepMirror", CheckBox.class, box -> !box.isSelected());

        var other = Files.writeString(temp.resolve("other.md"), "At seven.");
        Files.move(other, folder.resolve("Tides.md"), StandardCopyOption.ATOMIC_MOVE);

        TestWindow.until(() -> note(id).equals("At seven."));
        int revision = window.library.notes().find(id).orElseThrow().revision();
        window.library.notes().save(id, revision, "At eight.");
        TestWindow.until(() -> Files.readString(folder.resolve("Tides.md")).equals("At eight."));
    }
}
