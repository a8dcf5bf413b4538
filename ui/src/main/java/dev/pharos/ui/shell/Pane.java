package dev.pharos.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

import java.util.function.Predicate;
import java.util.function.Supplier;

/// A built pane.
///
/// @param focus where the keyboard goes when it is entered; asked anew each time
/// @param first takes a key before the window does, and tells whether it did
public record Pane(Parent root, Supplier<Node> focus, Predicate<KeyEvent> first) {

    /// Takes no key before the window.
    public Pane(Parent root, Supplier<Node> focus) {
        this(root, focus, _ -> false);
    }
}
