package dev.pharos.ui.conversation;

import dev.pharos.engine.conversation.Conversations.Found;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.WideCell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// A conversation in the list: its title, what of it was searched for, and when something was last
/// asked.
final class ConversationCell extends WideCell<Found> {
    private final Texts texts;
    private final Label title = new Label();
    private final Label said = new Label();
    private final Label when = new Label();
    private final VBox row = new VBox(title, said, when);

    ConversationCell(Texts texts) {
        this.texts = texts;
        title.getStyleClass().add("row-title");
        said.getStyleClass().add("conversation-said");
        when.getStyleClass().add("row-about");
        row.getStyleClass().add("conversation-row");
        getStyleClass().add("source-cell");
    }

    @Override
    protected Node content() {
        return row;
    }

    @Override
    protected void show(Found found) {
        var conversation = found.conversation();
        title.setText(conversation.title());
        said.setText(
                found.turn()
                        .map(Turn::question)
                        .filter(each -> !each.equals(conversation.title()))
                        .map(each -> each.replaceAll("\\s+", " "))
                        .orElse(""));
        Nodes.setShown(said, !said.getText().isEmpty());
        when.setText(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault())
                        .format(conversation.changed()));
        setAccessibleText(conversation.title() + ". " + when.getText());
    }
}
