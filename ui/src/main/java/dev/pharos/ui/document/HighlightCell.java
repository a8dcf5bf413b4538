package dev.pharos.ui.document;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.WideCell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.Function;

/// A highlight in a list: its colour, its words, the reader's own, and where it stands.
final class HighlightCell extends WideCell<Highlight> {
    private static final int MOST = 260;

    private final Texts texts;
    private final Function<Highlight, String> place;
    private final Region colour = new Region();
    private final Label quote = new Label();
    private final Label note = new Label();
    private final Label where = new Label();
    private final HBox content;

    /// @param place says where a highlight stands
    HighlightCell(Function<Highlight, String> place, Texts texts) {
        this.place = place;
        this.texts = texts;
        quote.setWrapText(true);
        note.setWrapText(true);
        quote.getStyleClass().add("highlight-quote");
        note.getStyleClass().add("highlight-note");
        where.getStyleClass().add("row-about");
        var words = new VBox(quote, note, where);
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new HBox(colour, words);
        content.getStyleClass().add("highlight-row");
        getStyleClass().add("highlight-cell");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(Highlight item) {
        colour.getStyleClass().setAll("highlight-colour", Swatches.style(item.colour()));
        quote.setText(shortened(item.quote()));
        note.setText(item.note());
        where.setText(place.apply(item));
        Nodes.setShown(note, !item.note().isEmpty());
        Nodes.setShown(where, !where.getText().isEmpty());
        setAccessibleText(
                texts.text(
                        "highlight.name",
                        Swatches.name(texts, item.colour()),
                        quote.getText(),
                        item.note()));
    }

    private static String shortened(String words) {
        String plain = words.strip().replaceAll("\\s+", " ");
        return plain.length() <= MOST ? plain : plain.substring(0, MOST).strip() + " …";
    }
}
