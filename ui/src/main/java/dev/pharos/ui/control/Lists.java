package dev.pharos.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// How every list of the window behaves.
public final class Lists {

    private Lists() {}

    /// Shows these items in place of those before: what is chosen stays chosen, and what one reads
    /// stays where it is, wherever in the list they stand now. A list that stands at its top stays
    /// there.
    ///
    /// @param identity of an item, whatever else about it changes
    public static <T> void show(ListView<T> list, List<? extends T> now, Function<T, ?> identity) {
        var chosen = list.getSelectionModel().getSelectedItem();
        var read = Reading.of(list);
        var items = list.getItems();
        if (sameOrder(items, now, identity)) {
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).equals(items.get(i))) {
                    items.set(i, now.get(i));
                }
            }
        } else {
            items.setAll(now);
        }
        choose(list, chosen == null ? -1 : index(items, chosen, identity));
        if (read != null) {
            read.at(index(items, read.item(), identity));
        }
    }

    /// Shows other items from their first one on. JavaFX keeps the heights of the rows, and from
    /// them where the list stands, for as long as there are as many of them as before: so that the
    /// list is empty for a moment.
    public static <T> void showAnew(ListView<T> list, List<? extends T> now) {
        list.getSelectionModel().clearSelection();
        list.getItems().clear();
        list.layout();
        list.getItems().setAll(now);
        list.scrollTo(0);
    }

    private static <T> boolean sameOrder(
            List<T> before, List<? extends T> now, Function<T, ?> identity) {
        boolean same = before.size() == now.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = identity.apply(before.get(i)).equals(identity.apply(now.get(i)));
        }
        return same;
    }

    private static <T> int index(List<T> items, T item, Function<T, ?> identity) {
        Object wanted = identity.apply(item);
        return IntStream.range(0, items.size())
                .filter(i -> identity.apply(items.get(i)).equals(wanted))
                .findFirst()
                .orElse(-1);
    }

    private static void choose(ListView<?> list, int index) {
        var model = list.getSelectionModel();
        if (index < 0) {
            model.clearSelection();
        } else if (model.getSelectedIndex() != index) {
            model.clearAndSelect(index);
        }
    }

    /// The first item in view, and how far it is scrolled out of view.
    private record Reading<T>(
            ListView<T> list, VirtualFlow<?> flow, int index, T item, double top) {

        static <T> @Nullable Reading<T> of(ListView<T> list) {
            if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) {
                return null;
            }
            var first = flow.getFirstVisibleCell();
            boolean atTop = first == null || first.getIndex() == 0;
            return atTop || first.getIndex() >= list.getItems().size()
                    ? null
                    : new Reading<>(
                            list,
                            flow,
                            first.getIndex(),
                            list.getItems().get(first.getIndex()),
                            first.getLayoutY());
        }

        void at(int now) {
            if (now < 0 || now == index) {
                return;
            }
            list.layout();
            list.scrollTo(now);
            list.layout();
            flow.scrollPixels(flow.getCell(now).getLayoutY() - top);
        }
    }

    /// A click or the Enter key opens the chosen item, in the place that [Where] tells; a list that
    /// gets the keyboard chooses its first one.
    public static <T> void openBy(ListView<T> list, BiConsumer<T, Where> open) {
        Consumer<Where> openChosen =
                where -> {
                    T chosen = list.getSelectionModel().getSelectedItem();
                    if (chosen != null) {
                        open.accept(chosen, where);
                    }
                };
        list.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> {
                    if (event.getButton() == MouseButton.MIDDLE) {
                        chooseUnder(list, event);
                    }
                });
        list.setOnMouseClicked(event -> {
            if (event.getButton() != MouseButton.SECONDARY && event.isStillSincePress()) {
                openChosen.accept(Where.of(event));
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                openChosen.accept(Where.of(event));
                event.consume();
            }
        });
        list.focusedProperty()
                .subscribe(focused -> {
                    if (focused && list.getSelectionModel().isEmpty()) {
                        list.getSelectionModel().selectFirst();
                    }
                });
    }

    private static void chooseUnder(ListView<?> list, MouseEvent event) {
        for (Node at = event.getPickResult().getIntersectedNode();
                at != null;
                at = at.getParent()) {
            if (at instanceof ListCell<?> cell && !cell.isEmpty()) {
                list.getSelectionModel().clearAndSelect(cell.getIndex());
            }
        }
    }
}
