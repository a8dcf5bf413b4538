package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.command.KeySettings;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The window's frame, used as a person uses it who leaves the mouse alone.
final class ShellTest extends InWindow {

    private void importSamples() throws Exception {
        var folder = Samples.write(temp.resolve("samples"));
        Files.writeString(
                folder.resolve("tides.md"),
                "---\ntags: [sea, sea/tides]\n---\n# Tides\n\nHigh water at six.\n");
        window.drop(folder);
        window.await("#onlyProblems", CheckBox.class, _ -> true);
        window.press(".import-panel #close");
        window.awaitItems("#list", 6);
    }

    private void reads(String title) {
        window.awaitTitle(title);
    }

    private void awaitTabs(String... titles) {
        TestWindow.until(
                () -> "the tabs " + List.of(titles) + ", there are " + tabs(),
                () -> tabs().equals(List.of(titles)));
    }

    private List<String> tabs() {
        return TestWindow.onFx(() ->
                window.opened().root().lookupAll(".tab-head > .toggle-button").stream()
                        .map(ToggleButton.class::cast)
                        .map(ToggleButton::getText)
                        .toList());
    }

    @Test
    void tabsAreOpenedLeftReopenedAndGoBack() throws Exception {
        importSamples();
        openByName("harb", "harbours");
        openByName("museum", "Museum of lights", KeyCode.SHIFT);
        openByName("keep", "The keeper's log");
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        reads("Museum of lights");
        shortcut(KeyCode.W);
        reads("harbours");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.T);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        reads("Museum of lights");
        shortcut(KeyCode.TAB);
        reads("harbours");
        awaitTabs("harbours", "Museum of lights");
    }

    @Test
    void theWindowOpensAsItWasLeft() throws Exception {
        importSamples();
        openByName("harb", "harbours");
        shortcut(KeyCode.BACK_SLASH);
        openByName("keep", "The keeper's log");
        window.close();
        window = TestWindow.open(temp.resolve("home"), 1000, 700, Locale.ENGLISH);
        reads("The keeper's log");
        reads("harbours");
        awaitTabs("harbours", "The keeper's log");
        assertEquals(0, TestWindow.onFx(() -> window.opened().root().lookupAll(".side").size()));
    }

    @Test
    void aTagShowsWhatHasItOrOneWithin() throws Exception {
        importSamples();
        shortcut(KeyCode.DIGIT4);
        window.awaitKeyboard(".tree-view");
        robot.type(KeyCode.END);
        window.await(".tags #count", Label.class, label -> label.getText().equals("sea · 1"));
    }

    @Test
    void theNewKeyDoesWhatTheOldOneDid() throws Exception {
        robot.type(KeyCode.F1);
        window.awaitKeyboard(".key-button");
        window.use(
                ".key-button",
                Button.class,
                button -> button.getText().equals("Ctrl+Shift+F"),
                button -> {
                    button.fire();
                    button.requestFocus();
                });
        window.awaitKeyboard(".key-button");
        shortcut(KeyCode.L);
        window.await("#resetAll", Button.class, button -> !button.isDisabled());
        shortcut(KeyCode.L);
        window.awaitKeyboard("#line");
        var file = new SettingsFile(temp.resolve("home/settings.json"));
        TestWindow.until(() ->
                file.read(KeySettings.FEATURE, KeySettings.class, KeySettings.DEFAULT)
                        .chosen()
                        .equals(Map.of("command.search", "Shortcut+L")));
        window.press("#resetAll");
        window.press(".toast > .button", Button.class, b -> b.getText().equals("Undo"));
        window.await(".key-button", Button.class, button -> button.getText().equals("Ctrl+L"));
    }

    @Test
    void noTwoCommandsThatCanBeDoneBeginWithTheSameKey() {
        var commands =
                TestWindow.onFx(() ->
                        window.opened().commands().all().stream()
                                .filter(command -> command.possible().getAsBoolean())
                                .toList());
        var owners = new HashMap<KeyCombination, String>();
        var shared = new ArrayList<String>();
        for (var command : commands) {
            for (var key : command.keys()) {
                var other = owners.put(key, command.id());
                if (other != null) {
                    shared.add(key.getName() + ": " + other + ", " + command.id());
                }
            }
        }
        assertEquals(List.of(), shared);
    }
}
