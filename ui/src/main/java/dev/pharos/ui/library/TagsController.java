package dev.pharos.ui.library;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.library.TagsViewModel.Tag;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Binds `tags.fxml` to its view-model: the tags above, the sources of the chosen one below.
public final class TagsController {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

    private final TagsViewModel viewModel;
    private final TagEditing editing;
    private final Parent sources;
    private final Texts texts;

    @FXML private SplitPane split;
    @FXML private TextField filter;
    @FXML private TreeView<Tag> tree;
    private Runnable rename = () -> {};
    @FXML private StackPane below;
    @FXML private VBox empty;

    private boolean filling;

    /// @param sources the list of them
    public TagsController(
            TagsViewModel viewModel, TagEditing editing, Parent sources, Texts texts) {
        this.viewModel = viewModel;
        this.editing = editing;
        this.sources = sources;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        below.getChildren().setAll(sources);
        filter.textProperty().bindBidirectional(viewModel.filterProperty());
        tree.setCellFactory(_ -> new Cell());
        tree.setRoot(new TreeItem<>());
        tree.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> {
                    if (!filling) {
                        viewModel.choose(item == null ? "" : item.getValue().path());
                    }
                });
        viewModel.tagsProperty().subscribe(this::show);
        editing.knownProperty().subscribe(tree::refresh);
        editing.onRename(viewModel::follow);
        var menu = new TagMenu(editing, texts, tree, () -> viewModel.chosenProperty().get());
        tree.setContextMenu(menu.menu());
        rename = menu::rename;
        tree.setOnKeyTyped(this::typed);
        filter.setOnAction(_ -> content().requestFocus());
    }

    /// Whoever types in the tree looks for a tag.
    private void typed(KeyEvent event) {
        boolean letter = event.getCharacter().codePoints().anyMatch(Character::isLetterOrDigit);
        if (letter && !event.isShortcutDown() && !event.isAltDown()) {
            filter.requestFocus();
            filter.setText(event.getCharacter());
            filter.end();
            event.consume();
        }
    }

    /// Takes F2, and the Escape key: what narrows the tree goes.
    public boolean first(KeyEvent event) {
        if (event.getCode() == KeyCode.F2 && tree.isFocused()) {
            rename.run();
            return true;
        }
        boolean narrowed = !filter.getText().isEmpty();
        if (event.getCode() == KeyCode.ESCAPE
                && narrowed
                && (filter.isFocused() || tree.isFocused())) {
            filter.clear();
            tree.requestFocus();
            return true;
        }
        return false;
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        if (tree.getSelectionModel().isEmpty()) {
            tree.getSelectionModel().selectFirst();
        }
        return tree;
    }

    /// What was open stays open, and what was chosen chosen.
    private void show(List<Tag> tags) {
        filling = true;
        var open = new HashSet<String>();
        open(tree.getRoot(), open);
        tree.getRoot().getChildren().setAll(tags.stream().map(tag -> item(tag, open)).toList());
        choose(tree.getRoot(), viewModel.chosenProperty().get());
        filling = false;
        empty.setVisible(!viewModel.any());
        split.setVisible(viewModel.any());
    }

    private static void open(TreeItem<Tag> item, Set<String> open) {
        if (item.isExpanded() && item.getValue() != null) {
            open.add(item.getValue().path());
        }
        item.getChildren().forEach(each -> open(each, open));
    }

    private TreeItem<Tag> item(Tag tag, Set<String> open) {
        var item = new TreeItem<>(tag);
        item.getChildren().setAll(tag.within().stream().map(each -> item(each, open)).toList());
        item.setExpanded(!filter.getText().isEmpty() || open.contains(tag.path()));
        return item;
    }

    private void choose(TreeItem<Tag> item, String path) {
        for (var each : item.getChildren()) {
            if (each.getValue().path().equals(path)) {
                tree.getSelectionModel().select(each);
            }
            choose(each, path);
        }
    }

    private final class Cell extends TreeCell<Tag> {
        private final StackPane dot = new StackPane();
        private final Label name = new Label();
        private final Label count = new Label();
        private final HBox content;

        Cell() {
            count.getStyleClass().add("row-about");
            var room = new Region();
            HBox.setHgrow(room, Priority.ALWAYS);
            content = new HBox(dot, name, room, count);
            content.getStyleClass().add("tag-row");
            setOnDragOver(this::over);
            setOnDragExited(_ -> pseudoClassStateChanged(TARGET, false));
            setOnDragDropped(this::dropped);
        }

        /// Sources that are dragged here get the tag.
        private void over(DragEvent event) {
            if (getItem() != null && !DraggedSources.in(event.getDragboard()).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                pseudoClassStateChanged(TARGET, true);
                event.consume();
            }
        }

        private void dropped(DragEvent event) {
            var dragged = DraggedSources.in(event.getDragboard());
            if (getItem() != null && !dragged.isEmpty()) {
                editing.add(dragged, getItem().path());
                event.setDropCompleted(true);
                event.consume();
            }
        }

        @Override
        protected void updateItem(@Nullable Tag tag, boolean none) {
            super.updateItem(tag, none);
            if (none || tag == null) {
                setGraphic(null);
                setAccessibleText(null);
            } else {
                name.setText(tag.name());
                var colour = editing.colour(tag.path());
                dot.getChildren().clear();
                if (colour != null) {
                    dot.getChildren().add(ColourMenu.dot(colour));
                }
                Nodes.setShown(dot, colour != null);
                count.setText(String.valueOf(tag.count()));
                setGraphic(content);
                setAccessibleText(tag.path() + ", " + tag.count());
            }
        }
    }
}
