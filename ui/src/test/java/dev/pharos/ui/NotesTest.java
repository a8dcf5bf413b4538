package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.Note;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;

/// Notes are written, linked, renamed and thrown away in the window, as a person does it.
final class NotesTest extends InWindow {
    private Note note(String title) {
        return window.library.sources().all().stream()
                .filter(each -> each.kind() == SourceKind.NOTE && each.title().equals(title))
                .findFirst()
                .flatMap(each -> window.library.notes().find(each.id()))
                .orElseThrow();
    }

    private Note create(String title, String text) throws Exception {
        return window.library.notes().create(title, text, "");
    }

    private void open(String title) {
        shortcut(KeyCode.O);
        robot.write(title);
        window.await(
                ".palette .list-cell",
                ListCell.class,
                cell -> cell.isSelected() && String.valueOf(cell.getAccessibleText()).contains(title));
        robot.type(KeyCode.ENTER);
        window.await(".note-title", TextField.class, field -> field.getText().equals(title));
    }

    private CodeArea source() {
        return window.await(".note-source", CodeArea.class, Node::isVisible);
    }

    /// Waits until the note of this title has this text in the library.
    private void awaitKept(String title, String text) {
        TestWindow.until(() ->
                window.library.sources().all().stream()
                        .anyMatch(each -> each.title().equals(title)
                                && window.library
                                        .notes()
                                        .find(each.id())
                                        .filter(now -> now.markdown().equals(text))
                                        .isPresent()));
    }

    private void write() {
        shortcut(KeyCode.E);
        var area = source();
        robot.interact(area::requestFocus);
        robot.interact(() -> area.select(area.getDocumentEnd()));
    }

    private List<String> read() {
        return TestWindow.onFx(() ->
                window.opened().root().lookupAll(".note-block").stream()
                        .filter(Node::isVisible)
                        .map(each -> each.getParent().getParent().getAccessibleText())
                        .toList());
    }

    @Test
    void aNewNoteIsNamedWrittenAndKeptByItself() {
        shortcut(KeyCode.N);
        var title = window.await(".note-title", TextField.class, Node::isFocused);
        robot.write("Tides").type(KeyCode.ENTER);
        var area = source();
        TestWindow.until(area::isFocused);
        robot.write("High water at six.");
        awaitKept("Tides", "High water at six.");
        assertEquals("Tides", title.getText());
    }
}
