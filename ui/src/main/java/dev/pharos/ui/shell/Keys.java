package dev.pharos.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The window's keys, with Ctrl or, on a Mac, Command.
final class Keys {
    static final KeyCombination SEARCH = shortcut(KeyCode.K);
    static final KeyCombination FIND = shortcut(KeyCode.F);
    static final KeyCombination ASK = shortcut(KeyCode.ENTER);
    static final KeyCombination IMPORT_FILES = shortcut(KeyCode.O);
    static final KeyCombination IMPORT_FOLDER =
            new KeyCodeCombination(
                    KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination SETTINGS = shortcut(KeyCode.COMMA);
    static final KeyCombination RECORD = shortcut(KeyCode.R);
    static final KeyCombination JOBS = shortcut(KeyCode.J);

    /// The keyboard is in one of a box's controls.
    static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("line-focused");

    private Keys() {}

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
