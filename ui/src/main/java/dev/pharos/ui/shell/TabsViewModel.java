package dev.pharos.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The tabs of one half of the window; there is always one, which is shown.
public final class TabsViewModel {
    private static final int REMEMBERED = 20;

    /// What is shown.
    ///
    /// @param time how often something was shown by now, so that the same place can be asked for
    ///   again
    public record Shown(Tab tab, Location location, int time) {}

    private record Closed(Tab tab, int index) {}

    private final ObservableList<Tab> tabs = FXCollections.observableArrayList();
    private final ObservableList<Tab> readOnly = FXCollections.unmodifiableObservableList(tabs);
    private final ReadOnlyObjectWrapper<Shown> shown;
    private final Deque<Closed> closed = new ArrayDeque<>();
    private UnaryOperator<Location> leaving = UnaryOperator.identity();
    private int times;

    TabsViewModel() {
        var first = new Tab(new Location.Empty());
        tabs.add(first);
        shown = new ReadOnlyObjectWrapper<>(new Shown(first, first.location(), 0));
    }

    public ObservableList<Tab> tabs() {
        return readOnly;
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// The tab that is shown.
    public Tab tab() {
        return shown.get().tab();
    }

    public Location location() {
        return tab().location();
    }

    /// @param how completes what is shown by where it is left
    void setLeaving(UnaryOperator<Location> how) {
        leaving = how;
    }

    /// Keeps where the shown place is left.
    void leave() {
        var now = tab().location();
        var left = leaving.apply(now);
        if (!left.equals(now)) {
            tab().left(left);
        }
    }

    private void show(Tab tab) {
        shown.set(new Shown(tab, tab.location(), ++times));
    }

    /// In the tab that is shown.
    void open(Location there) {
        leave();
        tab().go(there);
        show(tab());
    }

    /// In a tab of its own, beside the one that is shown.
    void openNew(Location there) {
        leave();
        var tab = new Tab(there);
        tabs.add(tabs.indexOf(tab()) + 1, tab);
        show(tab);
    }

    public void choose(Tab tab) {
        if (tab != tab()) {
            leave();
            show(tab);
        }
    }

    /// Chooses a tab, at another place of what it shows.
    void choose(Tab tab, Location there) {
        leave();
        tab.left(there);
        show(tab);
    }

    /// @param steps to the right, or to the left where negative; after the last comes the first
    void step(int steps) {
        choose(tabs.get(Math.floorMod(tabs.indexOf(tab()) + steps, tabs.size())));
    }

    public boolean hasBack() {
        return tab().hasBack();
    }

    public boolean hasForward() {
        return tab().hasForward();
    }

    public void back() {
        move(-1);
    }

    public void forward() {
        move(1);
    }

    private void move(int steps) {
        if (steps < 0 ? hasBack() : hasForward()) {
            leave();
            tab().move(steps);
            show(tab());
        }
    }

    /// Whether nothing is open but one empty tab.
    public boolean bare() {
        return tabs.size() == 1 && location() instanceof Location.Empty;
    }

    /// The last one that is closed leaves an empty one.
    public void close(Tab tab) {
        if (tab == tab()) {
            leave();
        }
        int index = tabs.indexOf(tab);
        if (!(tab.location() instanceof Location.Empty)) {
            closed.push(new Closed(tab, index));
            if (closed.size() > REMEMBERED) {
                closed.removeLast();
            }
        }
        boolean wasShown = tab == tab();
        tabs.remove(tab);
        if (tabs.isEmpty()) {
            tabs.add(new Tab(new Location.Empty()));
        }
        if (wasShown) {
            show(tabs.get(Math.min(index, tabs.size() - 1)));
        }
    }

    /// Closes all but one.
    public void closeOthers(Tab kept) {
        choose(kept);
        List.copyOf(tabs).stream().filter(tab -> tab != kept).forEach(this::close);
    }

    public boolean hasClosed() {
        return !closed.isEmpty();
    }

    /// Opens what was closed last, with its history, where it was.
    public void reopen() {
        if (closed.isEmpty()) {
            return;
        }
        leave();
        var last = closed.pop();
        boolean bare = bare();
        tabs.add(Math.min(last.index(), tabs.size()), last.tab());
        show(last.tab());
        if (bare) {
            tabs.removeIf(tab -> tab != last.tab());
        }
    }

    /// Takes over all tabs of another half, which is bare then; what is open here already is not
    /// opened twice.
    void takeOver(TabsViewModel other) {
        other.leave();
        var taken =
                other.tabs.stream()
                        .filter(tab -> !(tab.location() instanceof Location.Empty))
                        .filter(tab -> showing(tab.location()).isEmpty())
                        .toList();
        var empty = new Tab(new Location.Empty());
        other.tabs.add(empty);
        other.show(empty);
        other.tabs.removeIf(tab -> tab != empty);
        tabs.addAll(taken);
        if (location() instanceof Location.Empty && !taken.isEmpty()) {
            var unused = tab();
            show(taken.getFirst());
            tabs.remove(unused);
        }
    }

    /// The tab that shows the same, wherever it stands there.
    Optional<Tab> showing(Location there) {
        return tabs.stream()
                .filter(tab ->
                        tab.location() instanceof Location.Reading(var here)
                                        && there instanceof Location.Reading(var other)
                                ? here.source().equals(other.source())
                                : tab.location().equals(there))
                .findFirst();
    }

    /// What is open, in order, each where it was left.
    List<Location> locations() {
        leave();
        return tabs.stream().map(Tab::location).toList();
    }

    /// Opens these instead of all that is open.
    void restore(List<Location> locations, int chosen) {
        if (locations.isEmpty()) {
            return;
        }
        var restored = locations.stream().map(Tab::new).toList();
        tabs.setAll(restored);
        show(restored.get(Math.clamp(chosen, 0, restored.size() - 1)));
    }

    /// Opens these behind all that is open.
    void openAll(List<Location> more, int chosen) {
        if (bare()) {
            restore(more, chosen);
        } else if (!more.isEmpty()) {
            leave();
            var opened = more.stream().map(Tab::new).toList();
            tabs.addAll(opened);
            show(opened.get(Math.clamp(chosen, 0, opened.size() - 1)));
        }
    }
}
