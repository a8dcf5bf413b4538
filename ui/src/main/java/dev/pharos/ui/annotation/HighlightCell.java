package dev.pharos.ui.annotation;

import dev.pharos.ui.Texts;
import dev.pharos.ui.annotation.HighlightsViewModel.Marked;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.WideCell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What was marked: its words beside a bar of its colour, what was written to it, and where it
/// stands.
final class HighlightCell extends WideCell<Marked> {

    /// Of the words, so that a whole page that was marked does not fill the list.
    private static final double HIGHEST = 132;

    private final Texts texts;
    private final Label quote = new Label();
    private final Label note = new Label();
    private final FontIcon icon = new FontIcon();
    private final Label about = new Label();
    private final VBox words;
    private final StackPane content;

    HighlightCell(Texts texts) {
        this.texts = texts;
        quote.setWrapText(true);
        quote.setMaxHeight(HIGHEST);
        quote.getStyleClass().add("highlight-quote");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.getStyleClass().add("highlight-note");
        about.getStyleClass().add("row-about");
        var foot = new HBox(icon, about);
        foot.getStyleClass().add("highlight-foot");
        words = new VBox(quote, note, foot);
        var row = new HBox(words);
        row.getStyleClass().add("highlight-row");
        HBox.setHgrow(words, Priority.ALWAYS);
        content = new StackPane(row);
        getStyleClass().add("highlight-cell");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(Marked marked) {
        var highlight = marked.highlight();
        String day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault())
                        .format(highlight.made());
        String colour = highlight.colour().name().toLowerCase(Locale.ROOT);
        words.getStyleClass().setAll("highlight-words", "marked-" + colour);
        quote.setText(highlight.quote().strip());
        Nodes.setShown(quote, !highlight.quote().isBlank());
        note.setText(highlight.note().strip());
        Nodes.setShown(note, !highlight.note().isBlank());
        icon.setIconCode(KindIcons.of(marked.source().kind()));
        about.setText(
                Stream.of(marked.source().title(), marked.place(), day)
                        .filter(each -> !each.isBlank())
                        .collect(Collectors.joining(" · ")));
        setAccessibleText(
                Stream.of(quote.getText(), note.getText(), about.getText())
                        .filter(each -> !each.isBlank())
                        .collect(Collectors.joining(". ")));
    }
}
