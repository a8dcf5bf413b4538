package dev.pharos.ui.shell;

import dev.pharos.ui.shell.ShellViewModel.Column;

import java.util.EnumMap;
import java.util.Map;

/// What can stand in the column at the side, each built when it is first shown.
final class Columns {
    private final Panes panes;
    private final Map<Column, Pane> built = new EnumMap<>(Column.class);

    Columns(Panes panes) {
        this.panes = panes;
    }

    Pane of(Column column) {
        return built.computeIfAbsent(column, this::build);
    }

    private Pane build(Column column) {
        return switch (column) {
            case LIBRARY -> panes.library();
            case RECORDINGS -> panes.recordings();
            case NOTES -> panes.notes();
            case TAGS -> panes.tags();
            case RESULTS -> panes.results();
            case ANSWER -> panes.answer();
        };
    }
}
