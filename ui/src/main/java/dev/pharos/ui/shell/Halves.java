package dev.pharos.ui.shell;

import dev.pharos.ui.control.Nodes;

import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The column at the side and the one or two halves beside it, as wide as they were left. Where
/// there is no room for all of them, the column lies over the halves: it comes when it is called,
/// and goes when something was opened; and of two halves only the active one is there.
final class Halves {
    /// A column lies over what stands beside it.
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    /// The least that a half can be used in.
    private static final double HALF = 360;

    private static final double COLUMN = 240;

    /// The widest that a column is drawn.
    private static final double WIDEST = 560;

    /// So much can be seen, and clicked, beside a column that lies over it.
    private static final double EDGE = 48;

    private final StackPane room;
    private final Region column;
    private final ShellViewModel shell;
    private final Function<TabsViewModel, HalfView> build;
    private final Map<TabsViewModel, HalfView> built = new HashMap<>();
    private final SplitPane columns = new SplitPane();
    private final SplitPane halves = new SplitPane();

    /// There is no room for the column beside the halves.
    private boolean narrow;

    Halves(
            StackPane room,
            Region column,
            ShellViewModel shell,
            Function<TabsViewModel, HalfView> build) {
        this.room = room;
        this.column = column;
        this.shell = shell;
        this.build = build;
        SplitPane.setResizableWithParent(column, false);
        columns.setMinHeight(0);
        halves.setMinHeight(0);
        StackPane.setAlignment(column, Pos.CENTER_LEFT);
        room.getChildren().setAll(columns);
        columns.getItems().setAll(halves);
        shell.listShownProperty().subscribe(this::showColumn);
        shell.splitProperty()
                .subscribe(_ -> {
                    fit();
                    room.layout(); // before it is divided
                    showHalves();
                });
        shell.activeProperty().subscribe((_, _) -> showHalves());
        columns.widthProperty().subscribe((was, _) -> widened(was.doubleValue() == 0));
        columns.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        shell.left().shownProperty().subscribe((_, _) -> opened());
        shell.right().shownProperty().subscribe((_, _) -> opened());
        shell.lineProperty().subscribe((_, words) -> typed(words));
        room.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (!Nodes.within(column, (Node) event.getTarget())) {
                        shut();
                    }
                });
    }

    /// The half that the keyboard is in, or was.
    HalfView active() {
        return half(shell.active());
    }

    /// Where the keyboard can go: all of them, whether there is room for both or not.
    List<Round.Stop> stops() {
        return all().stream().map(half -> new Round.Stop(half, () -> enter(half))).toList();
    }

    private void enter(HalfView half) {
        shell.activate(half.tabs());
        half.focus();
    }

    /// Takes the key that puts away a column that lies over what is read.
    boolean first(KeyEvent event) {
        return event.getCode() == KeyCode.ESCAPE && Round.hasKeyboard(column) && shut();
    }

    private List<HalfView> all() {
        var all = new ArrayList<>(List.of(half(shell.left())));
        if (shell.splitProperty().get()) {
            all.add(half(shell.right()));
        }
        return all;
    }

    private HalfView half(TabsViewModel tabs) {
        return built.computeIfAbsent(tabs, build);
    }

    /// The column is as wide as its user made it, as far as there is room, and again where there is
    /// more.
    private void widened(boolean first) {
        fit();
        showHalves();
        if (first) {
            place();
        } else {
            Platform.runLater(this::place); // once the halves have given or taken what they can
        }
    }

    /// Only a hand that drags the border makes the column wider or narrower for good.
    private void released(MouseEvent event) {
        boolean border =
                columns.lookupAll(".split-pane-divider").stream()
                        .filter(each -> each.getParent() == columns)
                        .anyMatch(each -> Nodes.within(each, (Node) event.getTarget()));
        if (border && columns.getItems().contains(column)) {
            shell.listWidthProperty().set(columns.getDividerPositions()[0] * columns.getWidth());
        }
    }

    /// Decides whether the column stands beside the halves or lies over them.
    private void fit() {
        double width = columns.getWidth();
        boolean now = width > 0 && width < COLUMN + HALF * (shell.splitProperty().get() ? 2 : 1);
        if (now == narrow) {
            return;
        }
        boolean wanted = now ? shell.active().location() instanceof Location.Empty : wanted();
        column.pseudoClassStateChanged(OVER, now);
        columns.getItems().remove(column);
        room.getChildren().remove(column);
        narrow = now;
        shell.listShownProperty().set(wanted);
        showColumn(wanted);
    }

    private boolean wanted() {
        return shell.listWantedProperty().get();
    }

    private void showColumn(boolean shown) {
        if (narrow) {
            lay(shown);
            return;
        }
        shell.listWantedProperty().set(shown);
        if (shown && !columns.getItems().contains(column)) {
            column.setMaxWidth(WIDEST);
            columns.getItems().addFirst(column);
            place();
        } else if (!shown) {
            columns.getItems().remove(column);
        }
    }

    private void lay(boolean shown) {
        if (shown && !room.getChildren().contains(column)) {
            double width = Math.min(shell.listWidthProperty().get(), columns.getWidth() - EDGE);
            column.setMaxWidth(Math.max(COLUMN, width));
            room.getChildren().add(column);
        } else if (!shown) {
            boolean keyboard = Round.hasKeyboard(column);
            room.getChildren().remove(column);
            if (keyboard) {
                active().focus();
            }
        }
    }

    private void opened() {
        if (!(shell.active().location() instanceof Location.Empty)) {
            shut();
        }
    }

    /// What is found has to be seen.
    private void typed(String words) {
        if (narrow && !words.isBlank()) {
            shell.listShownProperty().set(true);
        }
    }

    /// Takes the column away where it lies over what is read.
    ///
    /// @return whether it did
    private boolean shut() {
        boolean lies = narrow && shell.listShownProperty().get();
        if (lies) {
            shell.listShownProperty().set(false);
        }
        return lies;
    }

    /// Divides the room by the width that the column was left with.
    private void place() {
        if (columns.getDividers().size() == 1 && columns.getWidth() > 0) {
            columns.setDividerPositions(shell.listWidthProperty().get() / columns.getWidth());
        }
    }

    /// Keeps how wide the halves are.
    void keepWidth() {
        if (halves.getDividers().size() == 1) {
            shell.splitAtProperty().set(halves.getDividerPositions()[0]);
        }
    }

    private void showHalves() {
        boolean one = columns.getWidth() > 0 && columns.getWidth() < 2 * HALF;
        List<Node> now = one ? List.of(active()) : List.copyOf(all());
        if (halves.getItems().equals(now)) {
            return;
        }
        if (halves.getDividers().size() == 1) {
            shell.splitAtProperty().set(halves.getDividerPositions()[0]);
        }
        halves.getItems().setAll(now);
        if (halves.getDividers().size() == 1) {
            halves.setDividerPositions(shell.splitAtProperty().get());
        }
    }
}
