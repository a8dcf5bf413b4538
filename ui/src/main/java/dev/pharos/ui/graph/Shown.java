package dev.pharos.ui.graph;

import dev.pharos.engine.graph.Graph;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// The part of a graph that its filter lets through. Its owner never changes the arrays.
///
/// @param nodes which of them
/// @param edges which of them
/// @param degrees how many of those edges each node has
record Shown(
        Graph graph, Connections connections, boolean[] nodes, boolean[] edges, int[] degrees) {
    static final Shown NOTHING = of(Graph.EMPTY, new Connections(Graph.EMPTY), GraphFilter.ALL);

    static Shown of(Graph graph, Connections connections, GraphFilter filter) {
        var nodes = new boolean[graph.nodes().size()];
        var edges = new boolean[graph.edges().size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = filter.shows(graph.nodes().get(i));
        }
        keepEdges(graph, filter, nodes, edges);
        int centre = index(graph, filter.around());
        if (centre >= 0) {
            var near = connections.around(centre, filter.steps(), edge -> edges[edge]);
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = near[i];
            }
            keepEdges(graph, filter, nodes, edges);
        }
        var degrees = new int[nodes.length];
        for (int i = 0; i < edges.length; i++) {
            if (edges[i]) {
                degrees[graph.edges().get(i).from()]++;
                degrees[graph.edges().get(i).to()]++;
            }
        }
        for (int i = 0; i < nodes.length; i++) {
            boolean alone = degrees[i] == 0 && i != centre;
            boolean wanted = filter.lonely() && graph.nodes().get(i) instanceof Graph.Item;
            nodes[i] = nodes[i] && (!alone || wanted);
        }
        return new Shown(graph, connections, nodes, edges, degrees);
    }

    private static void keepEdges(
            Graph graph, GraphFilter filter, boolean[] nodes, boolean[] edges) {
        for (int i = 0; i < edges.length; i++) {
            var edge = graph.edges().get(i);
            edges[i] =
                    nodes[edge.from()] && nodes[edge.to()] && filter.kinds().contains(edge.kind());
        }
    }

    /// Of the node with this key, or -1.
    static int index(Graph graph, @Nullable String key) {
        for (int i = 0; key != null && i < graph.nodes().size(); i++) {
            if (graph.nodes().get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    Graph.Node node(int index) {
        return graph.nodes().get(index);
    }

    List<Connections.Neighbour> neighbours(int node) {
        return connections.of(node, edge -> edges[edge]);
    }

    Map<Graph.Kind, Integer> counts(int node) {
        return connections.counts(node, edge -> edges[edge]);
    }

    List<Integer> path(int from, int to) {
        return connections.path(from, to, edge -> edges[edge]);
    }

    int count() {
        int count = 0;
        for (boolean shown : nodes) {
            count += shown ? 1 : 0;
        }
        return count;
    }
}
