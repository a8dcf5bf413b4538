package dev.pharos.ui.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

final class CommandsTest {
    private final Commands commands = new Commands("Ctrl");
    private boolean possible = true;

    @BeforeEach
    void add() {
        commands.add(Command.Group.GO, "search", () -> {}, "Ctrl+F", "Ctrl+K");
        commands.add(Command.Group.DO, "mark", () -> possible, () -> {}, "M");
    }

    private static KeyEvent press(KeyCode code, boolean control) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false);
    }

    private Optional<String> does(KeyCode code, boolean control, boolean typing) {
        return commands.of(press(code, control), typing).map(Command::id);
    }

    @Test
    void everyOneOfItsKeysDoesIt() {
        assertEquals(Optional.of("search"), does(KeyCode.F, true, false));
        assertEquals(Optional.of("search"), does(KeyCode.K, true, true));
    }

    @Test
    void aKeyThatWritesCountsOnlyWhereNothingIsTyped() {
        assertEquals(Optional.of("mark"), does(KeyCode.M, false, false));
        assertEquals(Optional.empty(), does(KeyCode.M, false, true));
    }

    @Test
    void whatIsNotPossibleLeavesItsKeyToOthers() {
        possible = false;
        assertEquals(Optional.empty(), does(KeyCode.M, false, false));
    }

    @Test
    void aChosenKeyTakesThePlaceOfTheUsualOnes() {
        commands.choose(new KeySettings(Map.of("search", "Ctrl+L", "mark", "")));
        assertEquals(Optional.of("search"), does(KeyCode.L, true, false));
        assertEquals(Optional.empty(), does(KeyCode.F, true, false));
        assertEquals(Optional.empty(), does(KeyCode.M, false, false));
    }

    @Test
    void aKeyThatCannotBeReadIsNone() {
        commands.choose(new KeySettings(Map.of("search", "Hyper+Q")));
        assertEquals("", commands.keyText("search"));
    }

    @Test
    void aClashIsWithWhatHasTheKeyNow() {
        var search = commands.find("search").orElseThrow();
        assertEquals(
                Optional.of("mark"),
                commands.clash(search, KeyCombination.valueOf("M")).map(Command::id));
        commands.choose(new KeySettings(Map.of("mark", "")));
        assertEquals(Optional.empty(), commands.clash(search, KeyCombination.valueOf("M")));
    }

    @Test
    void inTextItsOwnUndoComesFirst() {
        commands.add(Command.Group.DO, "undo", () -> {}, "Shortcut+Z");
        assertEquals(Optional.of("undo"), does(KeyCode.Z, true, false));
        assertEquals(Optional.empty(), does(KeyCode.Z, true, true));
    }
}
