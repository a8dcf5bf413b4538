package dev.pharos.ui.graph;

import dev.pharos.ui.control.WideCell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// A node in the list beside the picture, and what is said of it.
final class GraphCell extends WideCell<GraphWords.Row> {
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label about = new Label();
    private final HBox content;

    GraphCell() {
        title.getStyleClass().add("row-name");
        about.getStyleClass().add("row-about");
        var words = new VBox(title, about);
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(icon, words);
        content.getStyleClass().add("row");
        getStyleClass().add("source-cell");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(GraphWords.Row row) {
        icon.setIconCode(row.icon());
        title.setText(row.title());
        about.setText(row.about());
        setAccessibleText(row.title() + ", " + row.about());
    }
}
