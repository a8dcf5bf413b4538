package dev.pharos.ui.library;

import dev.pharos.ui.library.TagsViewModel.Tag;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
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
    private final TagsViewModel viewModel;
    private final Parent sources;

    @FXML private SplitPane split;
    @FXML private TreeView<Tag> tree;
    @FXML private StackPane below;
    @FXML private VBox empty;

    private boolean filling;

    /// @param sources the list of them
    public TagsController(TagsViewModel viewModel, Parent sources) {
        this.viewModel = viewModel;
        this.sources = sources;
    }

    @FXML
    private void initialize() {
        below.getChildren().setAll(sources);
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
        empty.setVisible(tags.isEmpty());
        split.setVisible(!tags.isEmpty());
    }

    private static void open(TreeItem<Tag> item, Set<String> open) {
        if (item.isExpanded() && item.getValue() != null) {
            open.add(item.getValue().path());
        }
        item.getChildren().forEach(each -> open(each, open));
    }

    private static TreeItem<Tag> item(Tag tag, Set<String> open) {
        var item = new TreeItem<>(tag);
        item.getChildren().setAll(tag.within().stream().map(each -> item(each, open)).toList());
        item.setExpanded(open.contains(tag.path()));
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

    private static final class Cell extends TreeCell<Tag> {
        private final Label name = new Label();
        private final Label count = new Label();
        private final HBox content;

        Cell() {
            count.getStyleClass().add("row-about");
            var room = new Region();
            HBox.setHgrow(room, Priority.ALWAYS);
            content = new HBox(name, room, count);
            content.getStyleClass().add("tag-row");
        }

        @Override
        protected void updateItem(@Nullable Tag tag, boolean none) {
            super.updateItem(tag, none);
            if (none || tag == null) {
                setGraphic(null);
                setAccessibleText(null);
            } else {
                name.setText(tag.name());
                count.setText(String.valueOf(tag.count()));
                setGraphic(content);
                setAccessibleText(tag.path() + ", " + tag.count());
            }
        }
    }
}
