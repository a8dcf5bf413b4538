package dev.pharos.ui.control;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How every list of the window behaves.
public final class Lists {
    /// So many rows are changed one by one; more of them at once.
    private static final int FEW = 64;

    private Lists() {}

    /// Shows these items in place of those before: what is chosen stays chosen, and what one reads
    /// stays where it is, wherever in the list they stand now. A list that stands at its top stays
    /// there. Rows that stay as they are are left alone.
    ///
    /// @param identity of an item, whatever else about it changes
    public static <T> void show(ListView<T> list, List<? extends T> now, Function<T, ?> identity) {
        var items = list.getItems();
        if (items.equals(now)) {
            return;
        }
        var chosen = Chosen.of(list, identity);
        var read = Reading.of(list);
        replace(items, now, identity);
        chosen.in(list, identity);
        if (read != null) {
            read.at(index(items, read.item(), identity));
        }
    }

    /// Replaces what is between the first and the last difference.
    private static <T> void replace(
            ObservableList<T> items, List<? extends T> now, Function<T, ?> identity) {
        int shorter = Math.min(items.size(), now.size());
        int from = 0;
        while (from < shorter && items.get(from).equals(now.get(from))) {
            from++;
        }
        int same = 0;
        while (same < shorter - from
                && items.get(items.size() - 1 - same).equals(now.get(now.size() - 1 - same))) {
            same++;
        }
        var before = items.subList(from, items.size() - same);
        var after = now.subList(from, now.size() - same);
        if (before.size() <= FEW && sameOrder(before, after, identity)) {
            for (int i = 0; i < after.size(); i++) {
                items.set(from + i, after.get(i));
            }
        } else if (before.size() + after.size() <= FEW) {
            before.clear();
            items.addAll(from, after);
        } else {
            items.setAll(now);
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

    /// What was chosen, and the one of that which was chosen last, by their identities.
    private record Chosen(Set<Object> all, @Nullable Object last) {

        static <T> Chosen of(ListView<T> list, Function<T, ?> identity) {
            var model = list.getSelectionModel();
            var items = list.getItems();
            var all = new HashSet<Object>();
            for (int index : model.getSelectedIndices()) {
                all.add(identity.apply(items.get(index)));
            }
            T last = model.getSelectedItem();
            return new Chosen(all, last == null ? null : identity.apply(last));
        }

        <T> void in(ListView<T> list, Function<T, ?> identity) {
            var items = list.getItems();
            var indices =
                    all.isEmpty()
                            ? IntStream.empty()
                            : IntStream.range(0, items.size())
                                    .filter(i -> all.contains(identity.apply(items.get(i))));
            var now = indices.boxed().collect(Collectors.toCollection(ArrayList::new));
            if (now.equals(list.getSelectionModel().getSelectedIndices())) {
                return;
            }
            now.stream()
                    .filter(i -> identity.apply(items.get(i)).equals(last))
                    .findFirst()
                    .ifPresent(i -> {
                        now.remove(i);
                        now.add(i);
                    });
            select(list.getSelectionModel(), now, items.size());
        }

        private static void select(MultipleSelectionModel<?> model, List<Integer> indices, int of) {
            model.clearSelection();
            if (indices.size() == of && model.getSelectionMode() == SelectionMode.MULTIPLE) {
                model.selectAll();
            } else if (!indices.isEmpty()) {
                model.selectIndices(
                        indices.getFirst(),
                        indices.stream().skip(1).mapToInt(Integer::intValue).toArray());
            }
        }
    }

    /// Chooses an item and nothing else, and brings it into view if it is not there.
    public static void choose(ListView<?> list, int index) {
        if (list.getSelectionModel().getSelectedIndex() != index
                || list.getSelectionModel().getSelectedIndices().size() > 1) {
            list.getSelectionModel().clearAndSelect(index);
        }
        Scrolling.intoView(list, index);
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
    /// gets the keyboard chooses its first one. Where several can be chosen, Shift and Ctrl with a
    /// click do that, as everywhere.
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
            boolean choosing =
                    event.getButton() == MouseButton.PRIMARY
                            && (event.isShiftDown() || event.isShortcutDown())
                            && list.getSelectionModel().getSelectionMode()
                                    == SelectionMode.MULTIPLE;
            if (event.getButton() != MouseButton.SECONDARY
                    && event.isStillSincePress()
                    && !choosing) {
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
