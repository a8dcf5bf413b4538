package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.search.Query;
import dev.pharos.ui.document.ReaderFixture;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

import jfx.incubator.scene.control.richtext.CodeArea;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.List;

/// Flowing text is read, found in and marked, by mouse and by keyboard.
final class ReadingTest extends InWindow {

    @BeforeEach
    void read() throws Exception {
        var folder = Files.createDirectories(temp.resolve("books"));
        Files.writeString(folder.resolve("lamps.html"), ReaderFixture.HTML);
        window.drop(folder);
        window.await("#close", Button.class, _ -> true);
        robot.clickOn("#close");
        robot.clickOn(window.await(".source-cell:filled", Node.class, _ -> true));
        window.awaitTitle("Lamps and lenses");
        window.await(".block.paragraph", Node.class, _ -> true);
    }

    private void withShift(KeyCode key) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(key)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    /// The first heading and the first paragraph.
    private void select() {
        robot.clickOn(window.await(".block.heading-1 .words", Node.class, _ -> true));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        window.await(".selected-words", Path.class, ReadingTest::painted);
    }

    private static boolean painted(Path shape) {
        return !shape.getElements().isEmpty();
    }

    @Test
    void whatIsMarkedIsPaintedListedAndFoundByTheSearchOfTheLibrary() throws Exception {
        select();
        robot.clickOn(window.await(".mark-bar .swatch-green", Button.class, _ -> true));
        window.await(".highlight-green", Path.class, ReadingTest::painted);
        var marked = window.library.highlights().all();
        assertEquals(1, marked.size());

        robot.clickOn("#panel").clickOn("#highlightsTab");
        window.await(
                ".highlight-quote",
                Label.class,
                label -> label.getText().contains("shows ships where the land is"));
        var query = new Query("\"shows ships where the land is\"", Query.Mode.KEYWORD, 20);
        var hits = window.library.searcher().search(query).hits();
        assertEquals(
                List.of(marked.getFirst().id()),
                hits.stream()
                        .map(hit -> hit.passage().highlight())
                        .filter(each -> each != null)
                        .toList());
    }

    private void noteToHighlight(String words) {
        select();
        window.press("#noteHighlight", Button.class, _ -> true);
        window.await(".mark-note .text-area", TextArea.class, Node::isFocused);
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
        window.await("#blocks", ListView.class, Node::isFocused);
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
        var area = window.await(".note-source", CodeArea.class, Node::isVisible);
        TestWindow.until(() -> TestWindow.onFx(area::getText).startsWith("> Lamps and lenses\n"));
        window.press("#asRead", ToggleButton.class, _ -> true);
        window.press(".note-read .note-link", Hyperlink.class, _ -> true);
        window.await(".cited-words", Path.class, ReadingTest::painted);
    }

    @Test
    void whatIsFoundIsCountedAndEscapeGivesTheKeyboardBack() throws Exception {
        shortcut(KeyCode.F);
        window.await("#findText", TextField.class, Node::isFocused);
        robot.write("lens");
        window.await("#findCount", Label.class, label -> label.getText().equals("1 of 7"));
        robot.type(KeyCode.ENTER);
        window.await("#findCount", Label.class, label -> label.getText().equals("2 of 7"));
        robot.type(KeyCode.ESCAPE);
        window.await("#blocks", ListView.class, Node::isFocused);
    }

    @Test
    void theOutlineLeadsToAHeading() {
        robot.clickOn("#panel");
        robot.clickOn(
                window.await(
                        ".reader-aside .tree-cell",
                        javafx.scene.control.TreeCell.class,
                        cell -> "Later lights".equals(cell.getText())));
        window.await(
                ".heading-2 .words", Text.class, words -> "Later lights".equals(words.getText()));
    }
}
