package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.pharos.ui.capture.KeptDraft;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;

/// Long work in one place, and a thought kept beside the window.
final class WorkingTest extends InWindow {

    @Test
    void anImportStandsOnThePageOfAllWorkAndItsLogNamesWhatFailed() throws Exception {
        var folder = Files.createDirectories(temp.resolve("files"));
        Files.writeString(folder.resolve("lamp.txt"), "The lamp of the lighthouse.");
        Files.writeString(folder.resolve("empty.txt"), "");
        window.drop(folder);
        window.await(".import-panel #close", Node.class, _ -> true);
        window.press(".status #work");
        window.await(
                ".job-cell .row-about", Label.class, each -> each.getText().contains("Added: 1"));
        boolean covered =
                TestWindow.onFx(() -> {
                    var panel = window.opened().root().lookup(".import-panel");
                    return panel != null && panel.getParent().isVisible();
                });
        assertFalse(covered);
        window.press(".job-cell #details", Button.class, _ -> true);
        window.await(
                ".job-log .label", Label.class, each -> each.getText().startsWith("empty.txt: "));
    }

    @Test
    void aThoughtIsKeptWhenItsWindowIsHiddenAndBecomesANoteWhenItsUserSaysSo() {
        var text = capture();
        robot.interact(() -> text.setText("Lamps\nBuy two"));
        TestWindow.until(() ->
                TestWindow.onFx(() -> {
                    text.requestFocus();
                    return text.isFocused();
                }));
        robot.type(KeyCode.ESCAPE);
        var draft = new KeptDraft(window.library.folder().resolve("quick-capture.md"));
        TestWindow.until(() -> draft.read().equals("Lamps\nBuy two"));
        var again = capture();
        TestWindow.until(() -> TestWindow.onFx(again::getText).equals("Lamps\nBuy two"));
        robot.interact(() -> window.opened().beside().capture().keep());
        window.await(".source-cell:filled", Node.class, _ -> true);
        TestWindow.until(() -> draft.read().isEmpty() && !TestWindow.onFx(() -> shown(again)));
        assertEquals("Lamps", window.library.sources().all().getFirst().title());
    }

    private static boolean shown(Node node) {
        return node.getScene() != null && node.getScene().getWindow().isShowing();
    }

    private TextArea capture() {
        robot.interact(() -> window.resident.grant(Door.Wish.CAPTURE));
        return window.await(".capture-text", TextArea.class, _ -> true);
    }

    @Test
    void aSecondStartBringsAWindowThatWasPutAwayToTheFront() {
        robot.interact(() -> {
            window.resident.park();
        });
        assertFalse(TestWindow.onFx(window.stage::isShowing));
        robot.interact(() -> window.resident.grant(Door.Wish.SHOW));
        TestWindow.until(() -> TestWindow.onFx(window.stage::isShowing));
        window.await("#line", Node.class, _ -> true);
    }
}
