package dev.pharos.ui.shell;

import javafx.scene.Node;

import java.util.List;

/// Leads the keyboard from one part of the window to the next, and round.
final class Round {

    /// A part of the window.
    ///
    /// @param enter puts the keyboard there
    record Stop(Node place, Runnable enter) {}

    private Round() {}

    static void go(List<Stop> stops, boolean backwards) {
        int now = backwards ? 0 : -1;
        for (int i = 0; i < stops.size(); i++) {
            if (hasKeyboard(stops.get(i).place())) {
                now = i;
            }
        }
        stops.get(Math.floorMod(now + (backwards ? -1 : 1), stops.size())).enter().run();
    }

    /// Whether the keyboard is in it.
    static boolean hasKeyboard(Node place) {
        Node node = place.getScene() == null ? null : place.getScene().getFocusOwner();
        while (node != null && node != place) {
            node = node.getParent();
        }
        return node != null;
    }
}
