package dev.pharos.ui.batch;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.WideCell;

import javafx.css.PseudoClass;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

/// A batch, or one of its sources.
final class BatchCell extends WideCell<BatchRow> {
    static final double COLUMN = 760;
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final HeadPane head;
    private final ItemPane item;
    private @Nullable BatchRow shown;

    BatchCell(BatchesViewModel batches, BatchLeads leads, Texts texts) {
        var words = new BatchText(texts);
        head = new HeadPane(batches, words, texts);
        item = new ItemPane(batches, leads, words, texts);
        getStyleClass().add("batch-cell");
    }

    @Override
    protected Node content() {
        return shown instanceof BatchRow.Item ? item : head;
    }

    @Override
    protected void leave() {
        shown = null;
        pseudoClassStateChanged(HEAD, false);
    }

    @Override
    protected void show(BatchRow row) {
        shown = row;
        pseudoClassStateChanged(HEAD, row instanceof BatchRow.Head);
        setAccessibleText(
                switch (row) {
                    case BatchRow.Head all -> head.show(all);
                    case BatchRow.Item one -> item.show(one);
                });
    }
}
