package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.settings.SettingsFile;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A note without an empty line for hundreds of kilobytes, and a window that did not come to
/// answer.
final class HugeNoteTest extends InWindow {
    private static final String LINES =
            "A line of a huge text with [[Link 1]] and #tag words.\n".repeat(8_000);

    private void titled(String title) {
        window.await(".note-title", TextField.class, field -> field.getText().equals(title));
    }

    @Test
    void aHugeNoteIsKeptWhileItIsWrittenAndReadInPieces() {
        shortcut(KeyCode.N);
        window.awaitKeyboard(".note-title");
        robot.write("Huge").type(KeyCode.ENTER);
        window.use(
                ".note-source",
                CodeArea.class,
                CodeArea::isFocused,
                area -> {
                    area.appendText(LINES);
                    area.select(TextPos.ZERO);
                });
        TestWindow.until(() ->
                window.library.sources().all().stream()
                        .flatMap(each -> window.library.notes().find(each.id()).stream())
                        .anyMatch(note -> note.markdown().equals(LINES)));
        window.await("#page #about", Label.class, about -> about.getText().contains("96,000"));
        robot.write("x");
        TestWindow.until(() ->
                window.library.sources().all().stream()
                        .flatMap(each -> window.library.notes().find(each.id()).stream())
                        .anyMatch(note -> note.markdown().equals("x" + LINES)));
        window.press("#asRead", ToggleButton.class, _ -> true);
        int links =
                window.with(
                        "#blocks",
                        ListView.class,
                        list -> list.getItems().size() > 100,
                        list -> Optional.of(list.lookupAll(".note-link").size()));
        assertTrue(links < 2_000, links + " links are built");
    }

    @Test
    void whatWasOpenWhenTheWindowDidNotAnswerIsOfferedAndNotOpened() throws Exception {
        window.library.notes().create("Tides", "High water at six.", "");
        awaitRow("Tides");
        openByName("Tides");
        titled("Tides");
        window.close();
        new SettingsFile(temp.resolve("home/library/window.json"))
                .write("opening", Map.of("under", true));
        window = TestWindow.open(temp.resolve("home"), 1000, 700, Locale.ENGLISH);
        window.await("#openHeld", Button.class, _ -> true);
        assertEquals(
                0, TestWindow.onFx(() -> window.opened().root().lookupAll(".note-title")).size());
        window.press("#openHeld", Button.class, _ -> true);
        titled("Tides");
    }
}
