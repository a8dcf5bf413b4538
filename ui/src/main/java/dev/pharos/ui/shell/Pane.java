package dev.pharos.ui.shell;

import javafx.scene.Node;
import javafx.scene.Parent;

import java.util.function.Supplier;

/// A built pane.
///
/// @param focus where the keyboard goes when it is entered; asked anew each time
public record Pane(Parent root, Supplier<Node> focus) {}
