package dev.pharos.ui.graph;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What of a graph stands out while the rest fades.
final class Lit {
    private final Shown shown;
    private boolean @Nullable [] nodes;
    private boolean @Nullable [] edges;

    Lit(Shown shown) {
        this.shown = shown;
    }

    /// Null where nothing stands out.
    boolean @Nullable [] nodes() {
        return nodes;
    }

    boolean @Nullable [] edges() {
        return edges;
    }

    /// A node with all that it is connected with.
    void around(int node) {
        if (node >= shown.nodes().length) {
            return;
        }
        var those = new boolean[shown.nodes().length];
        var lines = new boolean[shown.edges().length];
        those[node] = true;
        for (int i = 0; i < lines.length; i++) {
            var edge = shown.graph().edges().get(i);
            if (shown.edges()[i] && (edge.from() == node || edge.to() == node)) {
                lines[i] = true;
                those[edge.other(node)] = true;
            }
        }
        nodes = those;
        edges = lines;
    }

    /// Nodes one behind the other, and the edges between them.
    void way(List<Integer> way) {
        var those = new boolean[shown.nodes().length];
        var lines = new boolean[shown.edges().length];
        Set<Long> steps = new HashSet<>();
        for (int i = 0; i < way.size(); i++) {
            those[way.get(i)] = true;
            if (i > 0) {
                steps.add(step(way.get(i - 1), way.get(i)));
            }
        }
        for (int i = 0; i < lines.length; i++) {
            var edge = shown.graph().edges().get(i);
            lines[i] = shown.edges()[i] && steps.contains(step(edge.from(), edge.to()));
        }
        nodes = those;
        edges = lines;
    }

    private static long step(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    /// Some nodes, or, where there are none, all.
    void those(List<Integer> some) {
        if (!some.isEmpty()) {
            var those = new boolean[shown.nodes().length];
            some.forEach(each -> those[each] = true);
            nodes = those;
        }
    }
}
