package dev.pharos.ui.graph;

import dev.pharos.engine.graph.Graph;
import dev.pharos.engine.graph.Graph.Edge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/// Who is connected with whom in a graph, at once. Immutable.
final class Connections {

    /// Another node that a node is connected with, and how.
    ///
    /// @param strengths of the edges between the two, by kind
    record Neighbour(int node, Map<Graph.Kind, Float> strengths) {
        Neighbour {
            strengths = Map.copyOf(strengths);
        }

        double strength() {
            return strengths.values().stream().mapToDouble(Float::doubleValue).sum();
        }
    }

    private final Graph graph;
    private final int[] first;
    private final int[] edges;

    Connections(Graph graph) {
        this.graph = graph;
        first = new int[graph.nodes().size() + 1];
        for (var edge : graph.edges()) {
            first[edge.from() + 1]++;
            first[edge.to() + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        edges = new int[2 * graph.edges().size()];
        var next = first.clone();
        for (int i = 0; i < graph.edges().size(); i++) {
            var edge = graph.edges().get(i);
            edges[next[edge.from()]++] = i;
            edges[next[edge.to()]++] = i;
        }
    }

    /// The strongest first.
    ///
    /// @param shown which edges count
    List<Neighbour> of(int node, IntPredicate shown) {
        var found = new HashMap<Integer, Map<Graph.Kind, Float>>();
        for (int i = first[node]; i < first[node + 1]; i++) {
            if (shown.test(edges[i])) {
                var edge = graph.edges().get(edges[i]);
                found.computeIfAbsent(edge.other(node), _ -> new EnumMap<>(Graph.Kind.class))
                        .put(edge.kind(), edge.strength());
            }
        }
        return found.entrySet().stream()
                .map(each -> new Neighbour(each.getKey(), each.getValue()))
                .sorted(
                        Comparator.comparingDouble(Neighbour::strength)
                                .reversed()
                                .thenComparing(each -> graph.nodes().get(each.node()).title()))
                .toList();
    }

    /// How many edges of each kind a node has.
    ///
    /// @param shown which edges count
    Map<Graph.Kind, Integer> counts(int node, IntPredicate shown) {
        var counts = new EnumMap<Graph.Kind, Integer>(Graph.Kind.class);
        for (int i = first[node]; i < first[node + 1]; i++) {
            if (shown.test(edges[i])) {
                counts.merge(graph.edges().get(edges[i]).kind(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /// What can be reached from a node in so many steps; a tag and what has it are one step.
    boolean[] around(int node, int steps, IntPredicate shown) {
        var distance = new int[graph.nodes().size()];
        Arrays.fill(distance, Integer.MAX_VALUE);
        distance[node] = 0;
        var waiting = new ArrayDeque<Integer>(List.of(node));
        while (!waiting.isEmpty()) {
            int at = waiting.remove();
            for (int i = first[at]; i < first[at + 1]; i++) {
                if (shown.test(edges[i])) {
                    var edge = graph.edges().get(edges[i]);
                    int other = edge.other(at);
                    int far = distance[at] + (graph.nodes().get(at) instanceof Graph.Topic ? 0 : 1);
                    if (far <= steps && far < distance[other]) {
                        distance[other] = far;
                        waiting.add(other);
                    }
                }
            }
        }
        var reached = new boolean[distance.length];
        for (int i = 0; i < reached.length; i++) {
            reached[i] = distance[i] <= steps;
        }
        return reached;
    }

    private record Reached(int node, double cost) {}

    /// The nodes on the shortest way between two, both included; strong edges are shorter. Empty
    /// where there is none.
    List<Integer> path(int from, int to, IntPredicate shown) {
        var costs = new double[graph.nodes().size()];
        var before = new int[costs.length];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        Arrays.fill(before, -1);
        costs[from] = 0;
        var waiting = new PriorityQueue<>(Comparator.comparingDouble(Reached::cost));
        waiting.add(new Reached(from, 0));
        while (!waiting.isEmpty()) {
            var at = waiting.remove();
            if (at.node() == to) {
                return way(before, to);
            }
            for (int i = first[at.node()];
                    at.cost() <= costs[at.node()] && i < first[at.node() + 1];
                    i++) {
                if (shown.test(edges[i])) {
                    var edge = graph.edges().get(edges[i]);
                    int other = edge.other(at.node());
                    double cost = at.cost() + cost(edge);
                    if (cost < costs[other]) {
                        costs[other] = cost;
                        before[other] = at.node();
                        waiting.add(new Reached(other, cost));
                    }
                }
            }
        }
        return List.of();
    }

    private static double cost(Edge edge) {
        return 2 - edge.strength();
    }

    private static List<Integer> way(int[] before, int to) {
        var way = new ArrayList<Integer>();
        for (int at = to; at >= 0; at = before[at]) {
            way.addFirst(at);
        }
        return way;
    }
}
