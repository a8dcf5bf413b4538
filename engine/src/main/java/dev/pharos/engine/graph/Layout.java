package dev.pharos.engine.graph;

import dev.pharos.engine.graph.Graph.Edge;
import dev.pharos.engine.graph.Graph.Kind;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Finds a place for every node of a graph: what is connected pulls together, everything pushes
/// apart, the more edges it has the more (ForceAtlas2: Jacomy, Venturini, Heymann and Bastian, PLOS
/// ONE 2014), and each step moves less than the one before. What has no edge stands in rings around
/// the rest. The same graph, begun from the same places, ends at the same places.
///
/// It goes step by step, so that a picture can follow it. One thread at a time.
public final class Layout {
    private static final double PUSH = 40;
    private static final double APART = 34;

    /// Of the pull to the middle that would spread unconnected nodes evenly, [#APART] from each
    /// other.
    private static final double GRAVITY = 0.2;

    /// How far a node may go in the first step, where nothing was known before, and where it was.
    private static final double FAR = 300;

    private static final double NEAR = 12;
    private static final int STEPS_ANEW = 320;
    private static final int STEPS_AGAIN = 60;

    /// Of so many nodes, a larger part has to be known for the picture to stay as it is.
    private static final double KNOWN = 0.6;

    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final double SMALLEST_SWING = 1e-9;

    private final int count;
    private final int[] connected;
    private final int[] lonely;
    private final int[] from;
    private final int[] to;
    private final double[] pull;
    private final double[] x;
    private final double[] y;
    private final double[] mass;
    private final double[] pushX;
    private final double[] pushY;
    private final double[] lastX;
    private final double[] lastY;
    private final QuadTree tree = new QuadTree();
    private final double home;
    private final double hot;
    private final int steps;
    private double speed = 1;
    private int done;

    /// @param before where nodes stood, by their keys; those that are not there begin near what
    ///   they are connected with, or anywhere
    public Layout(Graph graph, Map<String, Placed.Point> before) {
        count = graph.nodes().size();
        var degrees = new int[count];
        graph.edges()
                .forEach(edge -> {
                    degrees[edge.from()]++;
                    degrees[edge.to()]++;
                });
        connected = IntStream.range(0, count).filter(i -> degrees[i] > 0).toArray();
        lonely = lonely(graph, degrees);
        var place = new int[count];
        for (int i = 0; i < connected.length; i++) {
            place[connected[i]] = i;
        }
        var edges = graph.edges();
        from = edges.stream().mapToInt(edge -> place[edge.from()]).toArray();
        to = edges.stream().mapToInt(edge -> place[edge.to()]).toArray();
        pull = edges.stream().mapToDouble(Layout::pull).toArray();
        x = new double[connected.length];
        y = new double[connected.length];
        mass = IntStream.of(connected).mapToDouble(i -> 1 + degrees[i]).toArray();
        pushX = new double[connected.length];
        pushY = new double[connected.length];
        lastX = new double[connected.length];
        lastY = new double[connected.length];
        home =
                GRAVITY
                        * PUSH
                        * Math.PI
                        * DoubleStream.of(mass).average().orElse(1)
                        / (APART * APART);
        boolean again = begin(graph.nodes(), before);
        hot = again ? NEAR : FAR;
        steps = again ? STEPS_AGAIN : STEPS_ANEW;
    }

    private static int[] lonely(Graph graph, int[] degrees) {
        return IntStream.range(0, degrees.length)
                .filter(i -> degrees[i] == 0)
                .boxed()
                .sorted(Comparator.comparing(i -> graph.nodes().get(i).key()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double pull(Edge edge) {
        return edge.kind() == Kind.LINK ? 1 : edge.strength();
    }

    /// @return whether most of it is known
    private boolean begin(List<Graph.Node> nodes, Map<String, Placed.Point> before) {
        var known = new boolean[connected.length];
        int knownCount = 0;
        double room = APART * Math.sqrt(connected.length);
        for (int i = 0; i < connected.length; i++) {
            var key = nodes.get(connected[i]).key();
            var there = before.get(key);
            known[i] = there != null;
            if (there != null) {
                knownCount++;
                x[i] = there.x();
                y[i] = there.y();
            } else {
                var chance = new Random(key.hashCode());
                double angle = chance.nextDouble() * 2 * Math.PI;
                double radius = room * Math.sqrt(chance.nextDouble());
                x[i] = radius * Math.cos(angle);
                y[i] = radius * Math.sin(angle);
            }
        }
        boolean again = connected.length > 0 && knownCount >= KNOWN * connected.length;
        if (again) {
            joinNeighbours(known);
        }
        return again;
    }

    /// What is new begins beside something that it is connected with.
    private void joinNeighbours(boolean[] known) {
        for (int e = 0; e < from.length; e++) {
            int settled = known[from[e]] ? from[e] : to[e];
            int fresh = settled == from[e] ? to[e] : from[e];
            if (known[settled] && !known[fresh]) {
                known[fresh] = true;
                x[fresh] = x[settled] + APART * Math.cos(fresh);
                y[fresh] = y[settled] + APART * Math.sin(fresh);
            }
        }
    }

    public boolean settled() {
        return connected.length < 2 || done >= steps;
    }

    /// How far it is, from 0 to 1.
    public double progress() {
        return settled() ? 1 : (double) done / steps;
    }

    /// One step; some milliseconds for a thousand nodes.
    public void step() {
        if (settled()) {
            return;
        }
        tree.build(x, y, mass);
        for (int i = 0; i < x.length; i++) {
            tree.push(i);
            pushX[i] = PUSH * tree.forceX - x[i] * home * mass[i];
            pushY[i] = PUSH * tree.forceY - y[i] * home * mass[i];
        }
        for (int e = 0; e < from.length; e++) {
            double pullX = (x[to[e]] - x[from[e]]) * pull[e];
            double pullY = (y[to[e]] - y[from[e]]) * pull[e];
            pushX[from[e]] += pullX;
            pushY[from[e]] += pullY;
            pushX[to[e]] -= pullX;
            pushY[to[e]] -= pullY;
        }
        move();
        done++;
    }

    /// As fast as the nodes agree with their last step; who swings goes slower.
    private void move() {
        double swinging = SMALLEST_SWING;
        double moving = 0;
        for (int i = 0; i < x.length; i++) {
            swinging += mass[i] * Math.hypot(pushX[i] - lastX[i], pushY[i] - lastY[i]);
            moving += mass[i] * Math.hypot(pushX[i] + lastX[i], pushY[i] + lastY[i]) / 2;
        }
        speed = Math.min(moving / swinging, speed * 1.5);
        double left = 1 - (double) done / steps;
        double farthest = hot * left * left + 0.5;
        for (int i = 0; i < x.length; i++) {
            double swing = mass[i] * Math.hypot(pushX[i] - lastX[i], pushY[i] - lastY[i]);
            double factor = speed / (1 + Math.sqrt(speed * swing));
            double way = factor * Math.hypot(pushX[i], pushY[i]);
            double cut = way > farthest ? farthest / way : 1;
            x[i] += pushX[i] * factor * cut;
            y[i] += pushY[i] * factor * cut;
            lastX[i] = pushX[i];
            lastY[i] = pushY[i];
        }
    }

    /// Where everything stands now.
    public Placed placed() {
        var atX = new float[count];
        var atY = new float[count];
        double outermost = 0;
        for (int i = 0; i < connected.length; i++) {
            atX[connected[i]] = (float) x[i];
            atY[connected[i]] = (float) y[i];
            outermost = Math.max(outermost, Math.hypot(x[i], y[i]));
        }
        double begin = connected.length == 0 ? 0 : outermost + 2 * APART;
        for (int i = 0; i < lonely.length; i++) {
            double radius = Math.sqrt(begin * begin + i * APART * APART / Math.PI * 1.5);
            atX[lonely[i]] = (float) (radius * Math.cos(i * GOLDEN_ANGLE));
            atY[lonely[i]] = (float) (radius * Math.sin(i * GOLDEN_ANGLE));
        }
        return new Placed(atX, atY);
    }
}
