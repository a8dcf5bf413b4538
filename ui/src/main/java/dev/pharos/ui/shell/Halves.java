package dev.pharos.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The column at the side and the one or two halves beside it, as wide as they were left.
final class Halves {
    /// For two halves and the column beside them.
    private static final double TOO_NARROW = 1_000;

    private final Region column;
    private final ShellViewModel shell;
    private final Function<TabsViewModel, HalfView> build;
    private final Map<TabsViewModel, HalfView> built = new HashMap<>();
    private final SplitPane columns = new SplitPane();
    private final SplitPane halves = new SplitPane();

    Halves(
            StackPane room,
            Region column,
            ShellViewModel shell,
            Function<TabsViewModel, HalfView> build) {
        this.column = column;
        this.shell = shell;
        this.build = build;
        SplitPane.setResizableWithParent(column, false);
        room.getChildren().setAll(columns);
        columns.getItems().setAll(halves);
        shell.listShownProperty().subscribe(this::showColumn);
        shell.splitProperty().subscribe(_ -> showHalves());
        shell.splitProperty()
                .subscribe((_, split) -> {
                    if (split && columns.getWidth() < TOO_NARROW) {
                        shell.listShownProperty().set(false);
                    }
                });
        columns.widthProperty().subscribe((was, _) -> place(was.doubleValue() == 0));
    }

    /// The half that the keyboard is in, or was.
    HalfView active() {
        return half(shell.active());
    }

    /// Those that can be seen.
    List<HalfView> shown() {
        var shown = new ArrayList<>(List.of(half(shell.left())));
        if (shell.splitProperty().get()) {
            shown.add(half(shell.right()));
        }
        return shown;
    }

    private HalfView half(TabsViewModel tabs) {
        return built.computeIfAbsent(tabs, build);
    }

    private void showColumn(boolean shown) {
        if (shown && !columns.getItems().contains(column)) {
            columns.getItems().addFirst(column);
            place(true);
        } else if (!shown) {
            keepWidth();
            columns.getItems().remove(column);
        }
    }

    /// Divides the room by the width that the column was left with.
    private void place(boolean anew) {
        if (anew && columns.getDividers().size() == 1 && columns.getWidth() > 0) {
            columns.setDividerPositions(shell.listWidthProperty().get() / columns.getWidth());
        }
    }

    /// Keeps how wide the column is.
    void keepWidth() {
        if (columns.getItems().contains(column) && column.getWidth() > 0) {
            shell.listWidthProperty().set(column.getWidth());
        }
        if (halves.getDividers().size() == 1) {
            shell.splitAtProperty().set(halves.getDividerPositions()[0]);
        }
    }

    private void showHalves() {
        if (halves.getDividers().size() == 1) {
            shell.splitAtProperty().set(halves.getDividerPositions()[0]);
        }
        halves.getItems().setAll(shown().toArray(Node[]::new));
        if (halves.getDividers().size() == 1) {
            halves.setDividerPositions(shell.splitAtProperty().get());
        }
    }
}
