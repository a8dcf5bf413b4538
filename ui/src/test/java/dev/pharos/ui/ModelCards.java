package dev.pharos.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;

import java.util.function.Predicate;

/// The cards of the models on their page, found by the titles of the models.
record ModelCards(TestWindow window) {

    /// Waits for such a part of the card of a model.
    <T extends Node> T await(String title, String selector, Class<T> type, Predicate<T> such) {
        return window.await(selector, type, such.and(node -> titleOf(node).equals(title)));
    }

    /// The title of the model whose card it is in; else nothing. For the JavaFX thread.
    static String titleOf(Node node) {
        Node at = node;
        while (at != null && !at.getStyleClass().contains("model-card")) {
            at = at.getParent();
        }
        return at != null && at.lookup(".row-title") instanceof Label title ? title.getText() : "";
    }
}
