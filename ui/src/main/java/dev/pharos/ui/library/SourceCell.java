package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.control.WideCell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One source in the list: its kind, its title, and who wrote it when.
final class SourceCell extends WideCell<Source> {
    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label about = new Label();
    private final HBox content;

    SourceCell(Texts texts) {
        this.texts = texts;
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
        String facts = about(source);
        icon.setIconCode(KindIcons.of(source.kind()));
        title.setText(source.title());
        about.setText(facts);
        setAccessibleText(source.title() + ", " + facts);
    }

    private String about(Source source) {
        var date = Objects.requireNonNullElse(source.created(), source.modified());
        String day =
                date == null
                        ? ""
                        : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(texts.locale())
                                .withZone(ZoneId.systemDefault())
                                .format(date);
        return Stream.of(
                        texts.text("kind." + source.kind().id()),
                        String.join(", ", source.authors()),
                        day,
                        source.kind() == SourceKind.RECORDING && source.passages() == 0
                                ? texts.text("library.wordless")
                                : texts.text("library.passages", source.passages()))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
