package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.control.WideCell;

import javafx.scene.Node;

/// One source in the list: its kind, its title, and who wrote it when.
final class SourceCell extends WideCell<Source> {
    private final SourceFacts facts;
    private final SourceRow row = new SourceRow();

    SourceCell(SourceFacts facts) {
        this.facts = facts;
        getStyleClass().add("source-cell");
    }

    @Override
    protected Node content() {
        return row;
    }

    @Override
    protected void show(Source source) {
        row.show(source, facts.of(source));
        setAccessibleText(row.words());
    }
}
