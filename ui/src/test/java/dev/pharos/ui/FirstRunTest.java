package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.Source;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Somebody new, with an empty library.
final class FirstRunTest extends InWindow {
    private void addSamples() {
        window.press("#welcomeSamples");
        window.awaitTitle("Start here");
    }

    @Test
    void theSamplesComeAndGoAndComeBack() {
        addSamples();
        window.press("#removeSamples");
        TestWindow.until(() ->
                window.library.collections().all().isEmpty()
                        && window.library.sources().count() == 0);
        window.press(".toast .button", Button.class, each -> "Undo".equals(each.getText()));
        TestWindow.until(() -> window.library.sources().count() == 2);
        window.awaitItems("#list", 2);
        assertEquals(
                List.of("Lamp", "Start here"),
                window.library.sources().all().stream().map(Source::title).sorted().toList());
    }

    @Test
    void anEmptyScreenLeadsToItsNextStep() {
        addSamples();
        shortcut(KeyCode.DIGIT2);
        window.await(".next-step", Button.class, each -> each.getText().equals("Record"));
        shortcut(KeyCode.DIGIT5);
        window.press("#firstQuestion");
        window.await(
                ".question",
                Labeled.class,
                each -> each.getText().equals("Who designed the lighthouse of Alexandria?"));
    }

    @Test
    void whatThePaletteDoesNotKnowIsSearchedFor() {
        addSamples();
        shortcut(KeyCode.K);
        window.awaitKeyboard(".palette .text-field");
        robot.write("sunrise");
        window.await("#searchInstead", Node.class, _ -> true);
        robot.type(KeyCode.ENTER);
        window.await("#line", TextField.class, line -> line.getText().equals("sunrise"));
        window.await(".hit-cell:filled", Node.class, _ -> true);
    }
}
