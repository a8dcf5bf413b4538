package dev.pharos.ui.library;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Trash.Trashed;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Lists;
import dev.pharos.ui.control.Nodes;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Objects;

/// Binds `trash.fxml` to its view-model. What is to be forgotten for ever is asked about in the
/// pane itself.
public final class TrashController {
    private final TrashViewModel viewModel;
    private final Texts texts;

    @FXML private Label count;
    @FXML private Label hint;
    @FXML private Button emptyAll;
    @FXML private ListView<Trashed> list;
    @FXML private VBox empty;
    @FXML private HBox actions;
    @FXML private Button restore;
    @FXML private Button delete;
    @FXML private VBox question;
    @FXML private Label questionText;
    @FXML private Button keep;
    @FXML private Button sure;

    public TrashController(TrashViewModel viewModel, Texts texts) {
        this.viewModel = viewModel;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new TrashCell(texts));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedIndices().subscribe(this::showActions);
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        list.focusedProperty()
                .subscribe(focused -> {
                    if (focused && list.getSelectionModel().isEmpty()) {
                        list.getSelectionModel().selectFirst();
                    }
                });
        restore.setOnAction(_ -> viewModel.restore(chosen()));
        delete.setOnAction(_ -> viewModel.ask(chosen()));
        emptyAll.setOnAction(_ -> viewModel.askAll());
        keep.setOnAction(_ -> {
            viewModel.keep();
            list.requestFocus();
        });
        sure.setOnAction(_ -> viewModel.delete());
        viewModel.all().subscribe(this::show);
        viewModel.askedProperty().subscribe(this::ask);
        show();
    }

    private void show() {
        Lists.show(list, viewModel.all(), each -> each.source().id());
        int many = viewModel.all().size();
        count.setText(texts.text("shelf.count", texts.text("shelf.trash"), many));
        Nodes.setShown(emptyAll, many > 0);
        Nodes.setShown(hint, many > 0);
        Nodes.setShown(empty, many == 0);
        showActions();
    }

    private void showActions() {
        boolean asks = !viewModel.askedProperty().get().isEmpty();
        Nodes.setShown(actions, !asks && !list.getSelectionModel().isEmpty());
    }

    /// The answer that harms nothing has the keyboard.
    private void ask(List<SourceId> asked) {
        Nodes.setShown(question, !asked.isEmpty());
        questionText.setText(texts.text("trash.sure", asked.size()));
        showActions();
        if (!asked.isEmpty()) {
            keep.requestFocus();
        }
    }

    private List<SourceId> chosen() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(each -> each.source().id())
                .toList();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE && !chosen().isEmpty()) {
            viewModel.ask(chosen());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            viewModel.restore(chosen());
            event.consume();
        }
    }

    /// Takes the Escape key while it is asked.
    public boolean first(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !viewModel.askedProperty().get().isEmpty()) {
            viewModel.keep();
            list.requestFocus();
            return true;
        }
        return false;
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        return list;
    }
}
