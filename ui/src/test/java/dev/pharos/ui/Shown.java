package dev.pharos.ui;

import static java.util.stream.Collectors.joining;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is shown at this moment, also in menus and dialogs, laid out as it will be painted. For the
/// JavaFX thread.
final class Shown {
    private Shown() {}

    /// The roots of all windows that are shown.
    static List<Parent> roots() {
        return List.copyOf(Window.getWindows()).stream()
                .filter(window -> window.isShowing() && window.getScene() != null)
                .map(window -> window.getScene().getRoot())
                .toList();
    }

    /// The first such node that can be seen.
    static <T extends Node> Optional<T> first(
            List<Parent> roots, String selector, Class<T> type, Predicate<T> such) {
        return all(roots, selector)
                .filter(Shown::visible)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(such)
                .findFirst();
    }

    private static Stream<Node> all(List<Parent> roots, String selector) {
        return roots.stream()
                .flatMap(root -> {
                    root.applyCss();
                    root.layout();
                    return root.lookupAll(selector).stream();
                });
    }

    /// Whether it and all that it is in are visible.
    static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// Who has the keyboard: a window, and before it what it has popped up, last first.
    static List<Scene> focused() {
        return List.copyOf(Window.getWindows()).reversed().stream()
                .filter(window -> window.isFocused() && window.getScene() != null)
                .map(Window::getScene)
                .toList();
    }

    /// What was there instead, in words for a failure.
    static String instead(List<Parent> roots, String selector) {
        return all(roots, selector)
                .limit(12)
                .map(Shown::described)
                .collect(joining("; ", "there is: [", "]; the keyboard is at " + keyboard()));
    }

    private static String keyboard() {
        return focused().stream()
                .map(scene -> described(scene.getFocusOwner()))
                .collect(joining(", before "));
    }

    /// A node in words for a failure.
    static String described(@Nullable Node node) {
        if (node == null) {
            return "nothing";
        }
        return node
                + (visible(node) ? "" : " (hidden)")
                + (node.isDisabled() ? " (disabled)" : "")
                + words(node);
    }

    private static String words(Node node) {
        return switch (node) {
            case Labeled labeled -> " \"" + labeled.getText() + "\"";
            case TextInputControl field -> " \"" + field.getText() + "\"";
            case Text text -> " \"" + text.getText() + "\"";
            default ->
                    node.getAccessibleText() == null ? "" : " \"" + node.getAccessibleText() + "\"";
        };
    }
}
