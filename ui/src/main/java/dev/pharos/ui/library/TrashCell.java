package dev.pharos.ui.library;

import dev.pharos.engine.library.Trash.Trashed;
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

/// One source in the trash: its kind, its title, and when it was thrown away.
final class TrashCell extends WideCell<Trashed> {
    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label about = new Label();
    private final HBox content;

    TrashCell(Texts texts) {
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
    protected void show(Trashed thrown) {
        var source = thrown.source();
        String when =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault())
                        .format(thrown.when());
        icon.setIconCode(KindIcons.of(source.kind()));
        title.setText(source.title());
        about.setText(
                texts.text("kind." + source.kind().id()) + " · " + texts.text("trash.when", when));
        setAccessibleText(title.getText() + ", " + about.getText());
    }
}
