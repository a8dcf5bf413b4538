package dev.pharos.ui.search;

import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.Snippet;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.control.MarkedText;
import dev.pharos.ui.control.WideCell;
import dev.pharos.ui.document.PlaceText;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

/// One hit: where it is, and its words with the found ones marked.
final class HitCell extends WideCell<Hit> {
    /// About four lines.
    private static final int SNIPPET = 210;

    private final PlaceText places;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label place = new Label();
    private final MarkedText snippet = new MarkedText();
    private final VBox content;

    HitCell(PlaceText places) {
        this.places = places;
        title.getStyleClass().add("row-title");
        place.getStyleClass().add("row-about");
        snippet.getStyleClass().add("snippet");
        var head = new HBox(icon, title);
        head.getStyleClass().add("hit-head");
        content = new VBox(head, place, snippet);
        content.getStyleClass().add("hit");
        getStyleClass().add("hit-cell");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(Hit hit) {
        var words = Snippet.of(hit, SNIPPET);
        String where = places.of(hit);
        icon.setIconCode(KindIcons.of(hit.source().kind()));
        title.setText(hit.source().title());
        place.setText(where);
        place.setManaged(!where.isEmpty());
        snippet.show(words.text(), words.marks());
        setAccessibleText(hit.source().title() + ", " + where + ". " + words.text());
    }
}
