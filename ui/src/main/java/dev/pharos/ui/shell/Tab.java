package dev.pharos.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.List;

/// A tab, as of a browser: where it is, where it was before, and what it went back from.
public final class Tab {
    private static final int LONGEST = 100;

    private final List<Location> history = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Location> location = new ReadOnlyObjectWrapper<>();
    private int at;

    Tab(Location first) {
        history.add(first);
        location.set(first);
    }

    public ReadOnlyObjectProperty<Location> locationProperty() {
        return location.getReadOnlyProperty();
    }

    public Location location() {
        return location.get();
    }

    public boolean hasBack() {
        return at > 0;
    }

    public boolean hasForward() {
        return at < history.size() - 1;
    }

    /// Whether one step back leads there.
    boolean cameFrom(Location there) {
        return hasBack() && history.get(at - 1).same(there);
    }

    /// Goes on to another place, and forgets what it went back from. The same place, and an empty
    /// tab, take no step.
    void go(Location there) {
        if (location().same(there) || location() instanceof Location.Empty) {
            history.set(at, there);
        } else {
            history.subList(at + 1, history.size()).clear();
            history.add(there);
            if (history.size() > LONGEST) {
                history.removeFirst();
            }
            at = history.size() - 1;
        }
        location.set(there);
    }

    /// @param steps forward, or back where negative
    void move(int steps) {
        at = Math.clamp(at + steps, 0, history.size() - 1);
        location.set(history.get(at));
    }

    /// Where it is is left like this.
    void left(Location now) {
        history.set(at, now);
        location.set(now);
    }
}
