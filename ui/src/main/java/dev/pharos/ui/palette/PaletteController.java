package dev.pharos.ui.palette;

import dev.pharos.ui.Texts;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.palette.PaletteViewModel.Entry;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// Binds `palette.fxml` to its view-model.
public final class PaletteController {
    private final PaletteViewModel viewModel;
    private final Commands commands;
    private final Opening opening;
    private final Consumer<String> search;
    private final Texts texts;
    private @Nullable Node before;

    /// Where what is still being looked for is to be opened, or null.
    private @Nullable Where awaited;

    @FXML private StackPane root;
    @FXML private TextField text;
    @FXML private ListView<Entry> list;
    @FXML private VBox nothing;
    @FXML private Button searchInstead;

    /// @param search looks for words in the whole library
    public PaletteController(
            PaletteViewModel viewModel,
            Commands commands,
            Opening opening,
            Consumer<String> search,
            Texts texts) {
        this.viewModel = viewModel;
        this.commands = commands;
        this.opening = opening;
        this.search = search;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        text.textProperty().bindBidirectional(viewModel.textProperty());
        list.setCellFactory(_ -> new EntryCell(commands, texts));
        viewModel.entriesProperty().subscribe(this::show);
        viewModel.searchingProperty().subscribe(this::searching);
        text.textProperty().subscribe(_ -> awaited = null);
        root.setOnMousePressed(event -> {
            if (event.getTarget() == root) {
                close();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() != MouseButton.SECONDARY) {
                choose(Where.of(event));
            }
        });
        searchInstead.setOnAction(_ -> searchInstead());
        searchInstead
                .textProperty()
                .bind(text.textProperty().map(now -> texts.text("palette.search", now.strip())));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.setVisible(false);
    }

    private void show(List<Entry> entries) {
        list.getItems().setAll(entries);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /// Nothing fits only once that is known; what was chosen before is done then.
    private void searching(boolean on) {
        nothing.setVisible(!on && list.getItems().isEmpty());
        var where = awaited;
        if (!on && where != null) {
            awaited = null;
            choose(where);
        }
    }

    public boolean isOpen() {
        return root.isVisible();
    }

    /// @param sourcesOnly without the commands
    public void open(boolean sourcesOnly) {
        if (!root.isVisible()) {
            before = root.getScene().getFocusOwner();
        }
        text.setPromptText(texts.text(sourcesOnly ? "palette.open" : "palette.prompt"));
        viewModel.begin(sourcesOnly);
        root.setVisible(true);
        text.requestFocus();
    }

    private void close() {
        root.setVisible(false);
        awaited = null;
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        before = null;
    }

    private void pressed(KeyEvent event) {
        var selection = list.getSelectionModel();
        int page = Math.max(1, (int) (list.getHeight() / list.getFixedCellSize()) - 1);
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> choose(event.isShortcutDown() ? Where.NEW_TAB : Where.of(event));
            case DOWN -> select(selection.getSelectedIndex() + 1);
            case UP -> select(selection.getSelectedIndex() - 1);
            case PAGE_DOWN -> select(selection.getSelectedIndex() + page);
            case PAGE_UP -> select(selection.getSelectedIndex() - page);
            case TAB -> {}
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        if (!list.getItems().isEmpty()) {
            int to = Math.clamp(index, 0, list.getItems().size() - 1);
            list.getSelectionModel().clearAndSelect(to);
            list.scrollTo(Math.max(0, to - 4));
        }
    }

    /// What is no command and no title may stand in a text.
    private void searchInstead() {
        if (!text.getText().isBlank()) {
            close();
            search.accept(text.getText().strip());
        }
    }

    private void choose(Where where) {
        if (viewModel.searchingProperty().get()) {
            awaited = where;
            return;
        }
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            searchInstead();
            return;
        }
        close();
        viewModel.chosen(chosen);
        switch (chosen) {
            case Entry.Deed(var command) -> command.action().run();
            case Entry.Thing(var source) -> opening.open(Target.of(source), where);
        }
    }
}
