package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.control.KindIcons;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// A source in a row: its kind, its title, and what else is to be said of it.
final class SourceRow extends HBox {
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label about = new Label();

    SourceRow() {
        title.getStyleClass().add("row-title");
        about.getStyleClass().add("row-about");
        var words = new VBox(title, about);
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(icon, words);
        getStyleClass().add("row");
    }

    void show(Source source, String told) {
        icon.setIconCode(KindIcons.of(source.kind()));
        title.setText(source.title());
        about.setText(told);
    }

    /// What it says, in one line.
    String words() {
        return title.getText() + ", " + about.getText();
    }
}
