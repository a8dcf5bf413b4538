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
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
        awaitRow(title);
        openByName(title);
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
        caret(CodeArea::getDocumentEnd);
    }

    /// Puts the keyboard into the text, and the caret there.
    private void caret(Function<CodeArea, TextPos> at) {
        window.with(
                ".note-source",
                CodeArea.class,
                _ -> true,
                area -> {
                    area.requestFocus();
                    area.select(at.apply(area));
                    return Optional.of(area).filter(Node::isFocused);
                });
    }

    /// Puts the keyboard into a field, with all that stands there chosen.
    private void over(String selector) {
        window.with(
                selector,
                TextField.class,
                _ -> true,
                field -> {
                    field.requestFocus();
                    field.selectAll();
                    return Optional.of(field).filter(Node::isFocused);
                });
    }

    @Test
    void aNewNoteIsNamedWrittenAndKeptByItself() {
        shortcut(KeyCode.N);
        window.awaitKeyboard(".note-title");
        robot.write("Tides").type(KeyCode.ENTER);
        window.awaitKeyboard(".note-source");
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
        caret(_ -> TextPos.ofLeading(0, 8));
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
        over(".note-title");
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
        robot.clickOn("#aside");
        String link = "Log: The moon draws the water, see Tides for it.";
        window.press(
                "#backlinks .card-button",
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
        over(".note-property-value");
        robot.write("growing").type(KeyCode.ENTER);
        awaitKept("Station", "---\nstatus: growing\n---\nThe station.\n");
    }

    @Test
    void allPlacesAreReplacedAndOneUndoBringsThemBack() throws Exception {
        create("Log", "oil, more oil\n");
        open("Log");
        write();
        shortcut(KeyCode.H);
        window.awaitKeyboard("#wanted");
        robot.write("oil");
        window.focus("#replacement");
        robot.write("gas");
        robot.clickOn("#replaceAll");
        awaitKept("Log", "gas, more gas\n");
        robot.type(KeyCode.ESCAPE);
        window.focus(".note-source");
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
        awaitKept("Tides", "High water.\n");
    }

    @Test
    void whatSomebodyElseChangesComesIntoTheOpenText() throws Exception {
        var log = create("Log", "One.\n\nTwo.\n\nThree.\n");
        open("Log");
        write();
        window.library.notes().save(log.id(), log.revision(), "One!\n\nTwo.\n\nThree.\n");
        window.await(".note-source", CodeArea.class, area -> area.getText().startsWith("One!"));
        window.focus(".note-source");
        robot.write("Four.");
        awaitKept("Log", "One!\n\nTwo.\n\nThree.\nFour.");
    }

    @Test
    void aTitleThatIsBeingTypedStaysWithItsNote() throws Exception {
        create("Tides", "High water.\n");
        open("Tides");
        over(".note-title");
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
        over(".note-property-value");
        robot.write("growing");
        shortcut(KeyCode.N);
        awaitKept("Station", "---\nstatus: growing\n---\nThe station.\n");
        window.awaitTitle("Untitled");
        assertEquals("", note("Untitled").markdown());
    }
}
