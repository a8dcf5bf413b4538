package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.work.Progress;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
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
        window.await(".source-cell .row-title", Label.class, each -> each.getText().equals(title));
        shortcut(KeyCode.O);
        window.await(".palette .text-field", TextField.class, Node::isFocused);
        robot.write(title);
        window.await(
                ".palette .list-cell",
                ListCell.class,
                cell ->
                        cell.isSelected()
                                && String.valueOf(cell.getAccessibleText()).contains(title));
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
                        .anyMatch(each ->
                                each.title().equals(title)
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

    @Test
    void aNewNoteIsNamedWrittenAndKeptByItself() {
        shortcut(KeyCode.N);
        window.await(".note-title", TextField.class, Node::isFocused);
        robot.write("Tides").type(KeyCode.ENTER);
        var area = source();
        TestWindow.until(area::isFocused);
        robot.write("High water at six.");
        awaitKept("Tides", "High water at six.");
    }

    @Test
    void aLinkIsCompletedAndFollowed() throws Exception {
        create("The keeper's log", "A storm in March.\n");
        create("Tides", "");
        open("Tides");
        write();
        robot.write("See [[kee");
        window.await("#completion", ListView.class, list -> !list.getItems().isEmpty());
        robot.type(KeyCode.ENTER);
        awaitKept("Tides", "See [[The keeper's log]]");
        var area = source();
        robot.interact(() -> area.select(TextPos.ofLeading(0, 8)));
        shortcut(KeyCode.ENTER);
        window.await(
                ".note-title",
                TextField.class,
                field -> field.getText().equals("The keeper's log"));
    }

    @Test
    void aLinkToNothingBeginsTheNote() throws Exception {
        create("Tides", "See [[Moon]].\n");
        open("Tides");
        window.press(".note-link.missing", Hyperlink.class, _ -> true);
        window.await(".note-title", TextField.class, field -> field.getText().equals("Moon"));
    }

    @Test
    void renamingRewritesLinksAndCanBeTakenBack() throws Exception {
        create("Tides", "High water.\n");
        create("Log", "See [[Tides|the sea]].\n");
        open("Tides");
        var title = window.await(".note-title", TextField.class, _ -> true);
        robot.interact(title::requestFocus);
        robot.interact(title::selectAll);
        robot.write("Ebb and flow").type(KeyCode.ENTER);
        awaitKept("Log", "See [[Ebb and flow|the sea]].\n");
        window.press(".toast .button", Button.class, _ -> true);
        awaitKept("Log", "See [[Tides|the sea]].\n");
        window.await(".note-title", TextField.class, line -> line.getText().equals("Tides"));
    }

    @Test
    void whoLinksHereStandsBesideANoteAndOpens() throws Exception {
        create("Tides", "High water.\n");
        create("Log", "The moon draws the water, see [[Tides]] for it.\n");
        open("Tides");
        robot.clickOn(window.await("#aside", ToggleButton.class, _ -> true));
        String link = "Log: The moon draws the water, see Tides for it.";
        window.press(
                ".note-aside .card-button",
                Button.class,
                card -> link.equals(card.getAccessibleText()));
        window.await(".note-title", TextField.class, field -> field.getText().equals("Log"));
    }

    @Test
    void aTaskIsTickedOffWhereItIsRead() throws Exception {
        create("Tasks", "- [ ] trim the wick\n- [ ] polish the lens\n");
        open("Tasks");
        window.press(
                ".note-read .check-box",
                CheckBox.class,
                box -> "polish the lens".equals(box.getAccessibleText()));
        awaitKept("Tasks", "- [ ] trim the wick\n- [x] polish the lens\n");
    }

    @Test
    void aPropertyIsChangedInItsRow() throws Exception {
        create("Station", "---\nstatus: seed\n---\nThe station.\n");
        open("Station");
        var value = window.await(".note-property-value", TextField.class, _ -> true);
        robot.interact(value::requestFocus);
        robot.interact(value::selectAll);
        robot.write("growing").type(KeyCode.ENTER);
        awaitKept("Station", "---\nstatus: growing\n---\nThe station.\n");
    }

    @Test
    void allPlacesAreReplacedAndOneUndoBringsThemBack() throws Exception {
        create("Log", "oil, more oil\n");
        open("Log");
        write();
        shortcut(KeyCode.H);
        robot.write("oil").type(KeyCode.TAB);
        var with = window.await("#replacement", TextField.class, _ -> true);
        robot.interact(with::requestFocus);
        robot.write("gas");
        robot.clickOn("#replaceAll");
        awaitKept("Log", "gas, more gas\n");
        robot.type(KeyCode.ESCAPE);
        var area = source();
        robot.interact(area::requestFocus);
        shortcut(KeyCode.Z);
        awaitKept("Log", "oil, more oil\n");
    }

    @Test
    void anImportedTextIsBroughtBackFromItsHistory() throws Exception {
        var file = temp.resolve("lens.md");
        Files.writeString(file, "Rings of glass.\n");
        window.library.importer().importAll(List.of(file), ImportListener.NONE, Progress.NONE);
        TestWindow.until(() -> !window.library.sources().all().isEmpty());
        open("lens");
        write();
        robot.write("And brass.");
        awaitKept("lens", "Rings of glass.\nAnd brass.");
        robot.clickOn("#more");
        choose("Earlier versions…");
        window.await(".difference.added", Node.class, _ -> true);
        window.press(".versions #restore", Button.class, each -> !each.isDisabled());
        awaitKept("lens", "Rings of glass.\n");
    }

    @Test
    void whatIsThrownAwayIsGoneFromTheListAndComesBack() throws Exception {
        create("Tides", "High water.\n");
        open("Tides");
        robot.clickOn("#more");
        choose("Move to the trash");
        TestWindow.until(() -> window.library.sources().all().isEmpty());
        window.press("#takeBack", Button.class, _ -> true);
        window.await(".note-title", TextField.class, field -> field.getText().equals("Tides"));
        assertEquals("High water.\n", note("Tides").markdown());
    }

    @Test
    void whatSomebodyElseChangesComesIntoTheOpenText() throws Exception {
        var log = create("Log", "One.\n\nTwo.\n\nThree.\n");
        open("Log");
        write();
        window.library.notes().save(log.id(), log.revision(), "One!\n\nTwo.\n\nThree.\n");
        TestWindow.until(() -> source().getText().startsWith("One!"));
        robot.write("Four.");
        awaitKept("Log", "One!\n\nTwo.\n\nThree.\nFour.");
    }

    @Test
    void aTitleThatIsBeingTypedStaysWithItsNote() throws Exception {
        create("Tides", "High water.\n");
        open("Tides");
        var title = window.await(".note-title", TextField.class, _ -> true);
        robot.interact(title::requestFocus);
        robot.interact(title::selectAll);
        robot.write("Ebb");
        shortcut(KeyCode.N);
        awaitKept("Ebb", "High water.\n");
        window.awaitTitle("Untitled");
        assertEquals("", note("Untitled").markdown());
    }

    @Test
    void aPropertyThatIsBeingChangedStaysInItsNote() throws Exception {
        create("Station", "---\nstatus: seed\n---\nThe station.\n");
        open("Station");
        var value = window.await(".note-property-value", TextField.class, _ -> true);
        robot.interact(value::requestFocus);
        robot.interact(value::selectAll);
        robot.write("growing");
        shortcut(KeyCode.N);
        awaitKept("Station", "---\nstatus: growing\n---\nThe station.\n");
        window.awaitTitle("Untitled");
        assertEquals("", note("Untitled").markdown());
    }
}
