package dev.pharos.ui.document;

import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// The headings of a source as a tree; the one that one reads below is chosen. For the JavaFX
/// thread.
final class OutlineTree {
    private static final int ALL_OPEN = 120;

    private final TreeView<Heading> tree;
    private final IntConsumer go;
    private final List<TreeItem<Heading>> items = new ArrayList<>();

    /// @param go leads to an offset
    OutlineTree(TreeView<Heading> tree, IntConsumer go) {
        this.tree = tree;
        this.go = go;
        tree.setShowRoot(false);
        tree.setCellFactory(_ -> new Cell());
        tree.skinProperty().subscribe((_, _) -> reveal());
        tree.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                open();
            }
        });
        tree.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        open();
                        event.consume();
                    }
                });
    }

    private void open() {
        var chosen = tree.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            go.accept(chosen.getValue().offset());
        }
    }

    void show(List<Heading> headings) {
        items.clear();
        var root = new TreeItem<>(new Heading("", 0, 0));
        var above = new ArrayDeque<TreeItem<Heading>>();
        above.push(root);
        boolean open = headings.size() <= ALL_OPEN;
        for (var heading : headings) {
            while (above.size() > 1 && above.getFirst().getValue().level() >= heading.level()) {
                above.pop();
            }
            var item = new TreeItem<>(heading);
            item.setExpanded(open);
            above.getFirst().getChildren().add(item);
            above.push(item);
            items.add(item);
        }
        root.setExpanded(true);
        tree.setRoot(root);
    }

    /// @param offset where one reads
    void readAt(int offset) {
        int low = -1;
        int high = items.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (items.get(middle).getValue().offset() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        choose(low < 0 ? null : items.get(low));
    }

    /// One whose branch is closed is shown by the heading above it.
    private void choose(@Nullable TreeItem<Heading> item) {
        TreeItem<Heading> shown = item;
        while (shown != null && tree.getRow(shown) < 0) {
            shown = shown.getParent();
        }
        var model = tree.getSelectionModel();
        if (shown == null || shown == tree.getRoot()) {
            model.clearSelection();
        } else if (model.getSelectedItem() != shown) {
            model.select(shown);
            reveal();
        }
    }

    /// A tree that was never shown would keep each call until it is.
    private void reveal() {
        int row = tree.getSelectionModel().getSelectedIndex();
        if (row >= 0 && tree.getSkin() != null && !tree.isFocused()) {
            tree.scrollTo(Math.max(0, row - 4));
        }
    }

    private static final class Cell extends TreeCell<Heading> {
        @Override
        protected void updateItem(@Nullable Heading item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.title());
        }
    }
}
