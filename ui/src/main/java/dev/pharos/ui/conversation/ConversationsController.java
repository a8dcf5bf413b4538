package dev.pharos.ui.conversation;

import dev.pharos.engine.conversation.Conversation;
import dev.pharos.engine.conversation.Conversations.Found;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.IconButton;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.library.NamePopup;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.material2.Material2AL;

import java.util.List;
import java.util.Objects;

/// Binds `conversations.fxml` to its view-model.
public final class ConversationsController {
    private final ConversationsViewModel viewModel;
    private final Runnable shown;
    private final Texts texts;

    @FXML private HBox head;
    @FXML private Label count;
    @FXML private TextField filter;
    @FXML private ListView<Found> list;
    @FXML private Label nothing;
    @FXML private VBox empty;

    /// @param shown brings the conversation that is open into view
    public ConversationsController(ConversationsViewModel viewModel, Runnable shown, Texts texts) {
        this.viewModel = viewModel;
        this.shown = shown;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        var begin =
                IconButton.of(
                        Material2AL.ADD_COMMENT,
                        texts.text("command.newConversation"),
                        () -> {
                            viewModel.enter();
                            shown.run();
                        });
        begin.setId("newConversation");
        head.getChildren().add(begin);
        filter.textProperty().bindBidirectional(viewModel.filterProperty());
        list.setCellFactory(_ -> new ConversationCell(texts));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Lists.openBy(
                list,
                (found, _) -> {
                    viewModel.open(found.conversation().id());
                    shown.run();
                });
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.setContextMenu(menu());
        viewModel.shown().subscribe(this::show);
        viewModel.noneProperty().subscribe(this::show);
        viewModel.openProperty().subscribe(_ -> choose());
        viewModel.load();
    }

    private void show() {
        Lists.show(list, viewModel.shown(), found -> found.conversation().id());
        boolean none = viewModel.noneProperty().get();
        count.setText(texts.text("conversation.count", viewModel.shown().size()));
        Nodes.setShown(empty, none);
        nothing.setVisible(
                !none
                        && viewModel.shown().isEmpty()
                        && !viewModel.filterProperty().get().isBlank());
        choose();
    }

    /// Chooses the one that is open, if several are not chosen.
    private void choose() {
        var open = viewModel.openProperty().get();
        if (list.isFocused() || list.getSelectionModel().getSelectedIndices().size() > 1) {
            return;
        }
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < list.getItems().size(); i++) {
            if (open.is(list.getItems().get(i).conversation().id())) {
                list.getSelectionModel().select(i);
            }
        }
    }

    private List<Conversation> chosen() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(Found::conversation)
                .toList();
    }

    private ContextMenu menu() {
        var rename = new MenuItem(texts.text("conversation.rename"));
        rename.setOnAction(_ -> rename());
        var delete = new MenuItem(texts.text("conversation.delete"));
        delete.setOnAction(_ -> viewModel.delete(chosen()));
        var menu = new ContextMenu(rename, new SeparatorMenuItem(), delete);
        menu.setOnShowing(_ -> {
            rename.setDisable(chosen().size() != 1);
            delete.setDisable(chosen().isEmpty());
        });
        return menu;
    }

    private void rename() {
        if (chosen().size() == 1) {
            var one = chosen().getFirst();
            NamePopup.show(
                    list,
                    texts.text("conversation.renameTo"),
                    one.title(),
                    List.of(),
                    title -> viewModel.rename(one, title));
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case DELETE -> viewModel.delete(chosen());
            case F2 -> rename();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        return list;
    }
}
