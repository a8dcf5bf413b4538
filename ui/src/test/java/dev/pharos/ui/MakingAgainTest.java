package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.making.MadeNote;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.sound.Interview;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.TextFlow;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What notes are made of when several things could be meant, and made notes that are opened later.
final class MakingAgainTest extends InTalk {
    private MadeNote made(Source source, Depth depth) throws Exception {
        var settings = new Settings(null, depth, true, true, null);
        return window.library
                .making()
                .make(source.id(), settings, _ -> {}, Progress.NONE)
                .getFirst()
                .made();
    }

    @Test
    void ofSeveralThatAreChosenNotesAreMadeThoughOneIsOpen() throws Exception {
        openTalk();
        window.library.notes().create("Plan", "The school wants a roof of glass.", "");
        window.awaitItems("#list", 2);
        robot.clickOn(".source-cell:filled");
        shortcut(KeyCode.A);
        window.await("#list", ListView.class, MakingAgainTest::bothChosen);
        shortcut(KeyCode.U);
        window.await(
                ".making-card .row-about",
                Label.class,
                each -> each.getText().contains("Talk") && each.getText().contains("Plan"));
    }

    private static boolean bothChosen(ListView<?> list) {
        return list.getSelectionModel().getSelectedItems().size() == 2;
    }

    @Test
    void aConflictThatWasMadeElsewhereIsToldWhenTheNoteIsOpened() throws Exception {
        var source = window.recording(Interview.wav(temp.resolve("Talk.wav"), TALK), TALK);
        var id = made(source, Depth.STANDARD).note();
        var note = window.library.notes().find(id).orElseThrow();
        String mine = note.markdown().replaceAll("(?m)^(- .*)$", "$1 Mine.");
        window.library.notes().save(id, note.revision(), mine);
        made(source, Depth.BRIEF);
        awaitRow(note.title());
        openByName(note.title());
        window.press("#made-keep", Button.class, keep -> keep.getText().equals("Keep mine"));
        TestWindow.until(() ->
                window.library.making().made().find(id).orElseThrow().details().refused() == null);
        window.await("#made-again", Button.class, _ -> true);
        assertEquals(List.of(), visible("#made-keep"));
    }

    private List<Node> visible(String selector) {
        return TestWindow.onFx(() ->
                window.opened().root().lookupAll(selector).stream()
                        .filter(each -> each.isVisible() && each.getParent().isVisible())
                        .toList());
    }

    @Test
    void thePaletteMakesTheOpenNoteAgain() throws Exception {
        openTalk();
        shortcut(KeyCode.U);
        window.await("#form", ComboBox.class, Node::isFocused);
        robot.type(KeyCode.ENTER);
        window.await("#madeFrom", Hyperlink.class, from -> from.getText().contains("Talk"));
        shortcut(KeyCode.K);
        window.awaitKeyboard(".palette .text-field");
        robot.write("regenerate");
        window.await(".palette .list-cell:selected", ListCell.class, _ -> true);
        window.awaitWords(
                ".palette .list-cell:selected .label", "Make the open note again…"::equals);
        robot.type(KeyCode.ENTER);
        window.await("#form", ComboBox.class, Node::isFocused);
    }

    @Test
    void theKeysOfThePanelShowAndHideWhatStandsBesideANote() throws Exception {
        window.library.notes().create("Plan", "A roof of glass.", "");
        window.awaitItems("#list", 1);
        openByName("Plan");
        withShift(KeyCode.O);
        window.await(".note-aside", Node.class, _ -> true);
        withShift(KeyCode.O);
        window.await("#aside", ToggleButton.class, each -> !each.isSelected());
    }

    @Test
    void beneathThePanelNoWordOfARecordingIsHidden() throws Exception {
        openTalk();
        window.press("#related", ToggleButton.class, _ -> true);
        window.await(".related", Node.class, _ -> true);
        window.await(
                ".segment-text",
                TextFlow.class,
                words -> right(words) <= left(window.opened().root().lookup("#relatedSlot")));
    }

    private static double right(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxX();
    }

    private static double left(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinX();
    }
}
