package dev.pharos.ui.graph;

import javafx.scene.input.KeyCode;

import java.util.List;

/// Walks a graph with keys. For the JavaFX thread.
final class Walk {
    /// What lies to the side counts as farther than what lies ahead.
    private static final double ASIDE = 2;

    private final GraphViewModel viewModel;
    private int from = -1;
    private int at = -1;
    private List<Connections.Neighbour> neighbours = List.of();

    Walk(GraphViewModel viewModel) {
        this.viewModel = viewModel;
    }

    /// To the nearest node in a direction; with nothing chosen, to the most connected one.
    boolean towards(KeyCode arrow) {
        int chosen = viewModel.chosenIndex();
        int next = chosen < 0 ? mostConnected() : nearest(chosen, arrow);
        if (next >= 0) {
            viewModel.choose(next);
        }
        return true;
    }

    private int mostConnected() {
        var shown = viewModel.shownProperty().get();
        int most = -1;
        for (int i = 0; i < shown.nodes().length; i++) {
            if (shown.nodes()[i] && (most < 0 || shown.degrees()[i] > shown.degrees()[most])) {
                most = i;
            }
        }
        return most;
    }

    private int nearest(int chosen, KeyCode arrow) {
        var shown = viewModel.shownProperty().get();
        var placed = viewModel.placedProperty().get();
        int aheadX = arrow == KeyCode.LEFT ? -1 : arrow == KeyCode.RIGHT ? 1 : 0;
        int aheadY = arrow == KeyCode.UP ? -1 : arrow == KeyCode.DOWN ? 1 : 0;
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < shown.nodes().length; i++) {
            double dx = placed.x()[i] - placed.x()[chosen];
            double dy = placed.y()[i] - placed.y()[chosen];
            double ahead = dx * aheadX + dy * aheadY;
            double aside = Math.abs(dx * aheadY) + Math.abs(dy * aheadX);
            double way = ahead + ASIDE * aside;
            if (shown.nodes()[i] && i != chosen && ahead > 0 && aside <= 2 * ahead && way < least) {
                least = way;
                nearest = i;
            }
        }
        return nearest;
    }

    /// To the next neighbour of the node where the walk began, the strongest first. Behind the last
    /// one, and where nothing is chosen, the keyboard goes on to the next control.
    boolean toNeighbour(boolean back) {
        int chosen = viewModel.chosenIndex();
        if (chosen < 0) {
            return false;
        }
        boolean going = at >= 0 && at < neighbours.size() && neighbours.get(at).node() == chosen;
        if (!going) {
            from = chosen;
            at = -1;
            neighbours = viewModel.shownProperty().get().neighbours(chosen);
        }
        int next = at + (back ? -1 : 1);
        if (next < 0 || next >= neighbours.size()) {
            viewModel.choose(from);
            at = -1;
            return false;
        }
        at = next;
        viewModel.choose(neighbours.get(at).node());
        return true;
    }
}
