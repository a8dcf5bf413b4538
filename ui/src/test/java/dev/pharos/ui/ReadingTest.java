package dev.pharos.ui;

import dev.pharos.engine.search.Query;
import dev.pharos.ui.document.ReaderFixture;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeCell;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

import jfx.incubator.scene.control.richtext.CodeArea;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Flowing text is read, found in and marked, by mouse and by keyboard.
final class ReadingTest extends InWindow {

    @BeforeEach
    void read() throws Exception {
        var folder = Files.createDirectories(temp.resolve("books"));
        Files.writeString(folder.resolve("lamps.html"), ReaderFixture.HTML);
        window.drop(folder);
        window.press(".import-panel #close");
        robot.clickOn(".source-cell:filled");
        window.awaitTitle("Lamps and lenses");
        window.await(".block.paragraph", Node.class, _ -> true);
    }

    /// The first heading and the first paragraph.
    private void select() {
        robot.clickOn(".block.heading-1 .words");
        window.awaitKeyboard("#blocks");
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        window.await(".selected-words", Path.class, ReadingTest::painted);
    }

    private static boolean painted(Path shape) {
        return !shape.getElements().isEmpty();
    }

    @Test
    void whatIsMarkedIsPaintedListedAndFoundByTheSearchOfTheLibrary() throws Exception {
        select();
        robot.clickOn(".mark-bar .swatch-green");
        window.await(".highlight-green", Path.class, ReadingTest::painted);
        TestWindow.until(() -> window.library.highlights().all().size() == 1);
        var marked = window.library.highlights().all();

        robot.clickOn("#panel").clickOn("#highlightsTab");
        window.await(
                ".highlight-quote",
                Label.class,
                label -> label.getText().contains("shows ships where the land is"));
        TestWindow.until(() -> found().equals(List.of(marked.getFirst().id())));
    }

    /// The highlights that the search of the library finds.
    private List<UUID> found() throws Exception {
        var query = new Query("\"shows ships where the land is\"", Query.Mode.KEYWORD, 20);
        return window.library.searcher().search(query).hits().stream()
                .map(hit -> hit.passage().highlight())
                .filter(Objects::nonNull)
                .toList();
    }

    private void noteToHighlight(String words) {
        select();
        window.press("#noteHighlight", Button.class, _ -> true);
        window.awaitKeyboard(".mark-note .text-area");
        robot.write(words);
    }

    private void awaitNoted(String words) {
        TestWindow.until(() ->
                window.library.highlights().all().stream()
                        .anyMatch(each -> each.note().equals(words)));
    }

    @Test
    void aNoteTypedToAHighlightIsKeptByTheKey() {
        noteToHighlight("How far");
        shortcut(KeyCode.ENTER);
        awaitNoted("How far");
        window.awaitKeyboard("#blocks");
    }

    @Test
    void aNoteTypedToAHighlightIsKeptWhenOneGoesElsewhere() {
        noteToHighlight("How far");
        shortcut(KeyCode.N);
        awaitNoted("How far");
    }

    @Test
    void aMarkMadeByTheKeyboardIsTakenBack() throws Exception {
        select();
        withShift(KeyCode.H);
        window.await(".highlight-yellow", Path.class, ReadingTest::painted);
        withShift(KeyCode.Z);
        TestWindow.until(() -> window.library.highlights().all().isEmpty());
    }

    @Test
    void aNoteAboutSelectedWordsOpensBesideThemAndLeadsBack() {
        select();
        withShift(KeyCode.E);
        window.await(
                ".note-source",
                CodeArea.class,
                area -> area.isFocused() && area.getText().startsWith("> Lamps and lenses\n"));
        window.press("#asRead", ToggleButton.class, _ -> true);
        window.press(".note-read .note-link", Hyperlink.class, _ -> true);
        window.await(".cited-words", Path.class, ReadingTest::painted);
    }

    @Test
    void whatIsFoundIsCountedAndEscapeGivesTheKeyboardBack() throws Exception {
        shortcut(KeyCode.F);
        window.awaitKeyboard("#findText");
        robot.write("lens");
        window.awaitWords("#findCount", "1 of 7"::equals);
        robot.type(KeyCode.ENTER);
        window.awaitWords("#findCount", "2 of 7"::equals);
        robot.type(KeyCode.ESCAPE);
        window.awaitKeyboard("#blocks");
    }

    @Test
    void theOutlineLeadsToAHeading() {
        robot.clickOn("#panel");
        robot.clickOn(
                ".reader-aside .tree-cell",
                TreeCell.class,
                cell -> "Later lights".equals(cell.getText()));
        window.await(
                ".heading-2 .words", Text.class, words -> "Later lights".equals(words.getText()));
    }
}
