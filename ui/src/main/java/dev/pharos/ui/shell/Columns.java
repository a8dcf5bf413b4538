package dev.pharos.ui.shell;

import dev.pharos.ui.control.Scrolling;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.shell.ShellViewModel.Column;

import javafx.scene.control.ListView;

import org.jspecify.annotations.Nullable;

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

    /// Where a list stands, or null where it is none.
    @Nullable Spot spot(Column column) {
        return of(column).focus().get() instanceof ListView<?> list ? Scrolling.spot(list) : null;
    }

    /// Shows a list as it was left.
    void show(Column column, Spot left) {
        if (of(column).focus().get() instanceof ListView<?> list) {
            Scrolling.to(list, left);
        }
    }

    private Pane build(Column column) {
        return switch (column) {
            case LIBRARY -> panes.library();
            case RECORDINGS -> panes.recordings();
            case NOTES -> panes.notes();
            case TAGS -> panes.tags();
            case RESULTS -> panes.results();
            case CONVERSATIONS -> panes.conversations();
        };
    }
}
