package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.control.WideCell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// One source in the list: its kind, its title, and who wrote it when.
final class SourceCell extends WideCell<Source> {
    private final SourceFacts facts;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label about = new Label();
    private final HBox content;

    SourceCell(SourceFacts facts) {
        this.facts = facts;
        title.getStyleClass().add("row-title");
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
    protected void show(Source source) {
        String told = facts.of(source);
        icon.setIconCode(KindIcons.of(source.kind()));
        title.setText(source.title());
        about.setText(told);
        setAccessibleText(source.title() + ", " + told);
    }
}
