package dev.pharos.ui.control;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// In which place something is opened.
public enum Where {
    /// In place of what is shown; a step back leads to that again.
    HERE,
    NEW_TAB,
    /// In the other half of the window.
    BESIDE;

    /// As everywhere: the middle button, or Ctrl (on a Mac Command), asks for a tab of its own.
    public static Where of(MouseEvent event) {
        if (event.getButton() == MouseButton.MIDDLE || event.isShortcutDown()) {
            return NEW_TAB;
        }
        return event.isAltDown() ? BESIDE : HERE;
    }

    /// Shift with Enter asks for a tab of its own; Alt with Enter for the other half.
    public static Where of(KeyEvent event) {
        if (event.isShiftDown()) {
            return NEW_TAB;
        }
        return event.isAltDown() ? BESIDE : HERE;
    }
}
