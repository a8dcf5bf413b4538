package dev.pharos.ui.duplicate;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.KindIcons;
import dev.pharos.ui.control.WideCell;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// The head of a group, or one of its sources with how much of the same words it has.
final class RowCell extends WideCell<Row> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final Texts texts;
    private final DateTimeFormatter days;
    private final Label heading = new Label();
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label share = new Label();
    private final HBox member;
    private final StackPane content = new StackPane();

    RowCell(Texts texts) {
        this.texts = texts;
        days =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault());
        heading.getStyleClass().add("duplicates-heading");
        heading.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("row-title");
        about.getStyleClass().add("row-about");
        about.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // the name of the file tells them apart
        share.getStyleClass().add("duplicates-share");
        share.setMinWidth(Region.USE_PREF_SIZE);
        var words = new VBox(title, about);
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        member = new HBox(icon, words, share);
        member.getStyleClass().addAll("row", "duplicates-row");
        getStyleClass().addAll("source-cell", "duplicates-cell");
    }

    @Override
    protected Node content() {
        return content;
    }

    @Override
    protected void show(Row row) {
        pseudoClassStateChanged(HEAD, row instanceof Row.Head);
        switch (row) {
            case Row.Head(_, int sources, boolean same) -> {
                heading.setText(
                        texts.text(same ? "duplicates.groupSame" : "duplicates.group", sources));
                content.getChildren().setAll(heading);
                setAccessibleText(heading.getText());
            }
            case Row.Member one -> show(one);
        }
    }

    private void show(Row.Member one) {
        var source = one.source();
        icon.setIconCode(KindIcons.of(source.kind()));
        title.setText(source.title());
        about.setText(
                texts.text(
                        "duplicates.about",
                        texts.text("kind." + source.kind().id()),
                        days.format(source.imported()),
                        source.path().toString()));
        share.setText(
                one.first()
                        ? texts.text("duplicates.first")
                        : one.share() == 1
                                ? texts.text("duplicates.same")
                                : texts.text("duplicates.share", one.share()));
        content.getChildren().setAll(member);
        setAccessibleText(String.join(", ", title.getText(), share.getText(), about.getText()));
    }
}
