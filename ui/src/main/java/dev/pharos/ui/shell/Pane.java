package dev.pharos.ui.shell;

import dev.pharos.ui.control.Spot;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A built pane.
///
/// @param focus where the keyboard goes when it is entered; asked anew each time
/// @param first takes a key before the window does, and tells whether it did
/// @param drop takes dropped files in place of the import; null where they are imported
/// @param spot tells where it stands, or null where that is not worth keeping
public record Pane(
        Parent root,
        Supplier<Node> focus,
        Predicate<KeyEvent> first,
        @Nullable Drop drop,
        Supplier<@Nullable Spot> spot) {

    /// What becomes of dropped files.
    ///
    /// @param title said while they hover
    public record Drop(String title, String text, Consumer<List<Path>> take) {}

    public Pane(Parent root, Supplier<Node> focus, Predicate<KeyEvent> first, @Nullable Drop drop) {
        this(root, focus, first, drop, () -> null);
    }

    /// Takes no key before the window.
    public Pane(Parent root, Supplier<Node> focus) {
        this(root, focus, _ -> false, null);
    }

    /// The same, and tells where it stands.
    public Pane withSpot(Supplier<@Nullable Spot> where) {
        return new Pane(root, focus, first, drop, where);
    }
}
