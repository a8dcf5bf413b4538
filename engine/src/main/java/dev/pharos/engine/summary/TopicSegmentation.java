package dev.pharos.engine.summary;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.summary.Gathered.Unit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Finds where the topic changes. Headings of a document are its cuts; where there are none, those
/// cuts are taken for which sentences are most like the others of their own topic: change points in
/// the kernel of their vectors (Arlot, Celisse and Harchaoui 2019), found exactly by dynamic
/// programming, with a price for each topic.
final class TopicSegmentation {
    private static final int BLOCK_WORDS = 60;
    private static final int MOST_BLOCKS = 600;
    private static final int SHORTEST_WORDS = 400;
    private static final int SHORTEST_OF_SHORT = 80;
    private static final double PRICE = 0.5;

    /// Units from `from` to `to`, exclusive.
    ///
    /// @param heading the document's own; null where it has none here
    record Topic(int from, int to, @Nullable String heading) {}

    private static final double DEARER = 1.25;

    private final List<Unit> units;
    private final List<Integer> starts = new ArrayList<>();
    private double[][] sums = new double[0][];
    private double[] squares = new double[0];
    private int[] words = new int[0];

    private TopicSegmentation(List<Unit> units) {
        this.units = units;
    }

    /// In their order; none of nothing, one of what has but one topic.
    ///
    /// @param most so many at most
    static List<Topic> of(Gathered gathered, int most) {
        var units = gathered.units();
        if (units.isEmpty()) {
            return List.of();
        }
        var written = written(units, most);
        return written.isEmpty() ? new TopicSegmentation(units).topics(most) : written;
    }

    /// The parts below headings, as deep as they are not too many; none where there are no two.
    private static List<Topic> written(List<Unit> units, int most) {
        int deepest = units.stream().mapToInt(unit -> headings(unit).size()).max().orElse(0);
        for (int depth = deepest; depth > 0; depth--) {
            var parts = parts(units, depth);
            if (parts.size() > 1 && parts.size() <= most) {
                return parts;
            }
        }
        return List.of();
    }

    private static List<String> headings(Unit unit) {
        String heading = unit.sentence().place().heading();
        return heading == null ? List.of() : List.of(heading.split(Place.HEADING_SEPARATOR));
    }

    private static List<Topic> parts(List<Unit> units, int depth) {
        var parts = new ArrayList<Topic>();
        int from = 0;
        for (int i = 1; i <= units.size(); i++) {
            var path = path(units.get(from), depth);
            if (i == units.size() || !path(units.get(i), depth).equals(path)) {
                parts.add(new Topic(from, i, path.isEmpty() ? null : path.getLast()));
                from = i;
            }
        }
        return parts;
    }

    private static List<String> path(Unit unit, int depth) {
        var headings = headings(unit);
        return headings.subList(0, Math.min(depth, headings.size()));
    }

    private List<Topic> topics(int most) {
        gather();
        double price = PRICE;
        var topics = cut(price);
        while (topics.size() > most) {
            price *= DEARER;
            topics = cut(price);
        }
        return List.copyOf(topics);
    }

    private List<Topic> cut(double price) {
        int[] cut = cuts(price);
        var topics = new ArrayList<Topic>();
        for (int to = starts.size(); to > 0; to = cut[to]) {
            int end = to == starts.size() ? units.size() : starts.get(to);
            topics.addFirst(new Topic(starts.get(cut[to]), end, null));
        }
        return topics;
    }

    /// Sentences are too short to tell a topic: blocks of them, that end where the voice changes.
    private void gather() {
        int all = units.stream().mapToInt(Unit::words).sum();
        int enough = Math.max(BLOCK_WORDS, all / MOST_BLOCKS);
        int inBlock = 0;
        for (int i = 0; i < units.size(); i++) {
            if (i == 0 || inBlock >= enough || inBlock >= enough / 2 && voiceChanges(i)) {
                starts.add(i);
                inBlock = 0;
            }
            inBlock += units.get(i).words();
        }
        int n = starts.size();
        int dimension = units.getFirst().vector().length;
        sums = new double[n + 1][dimension];
        squares = new double[n + 1];
        words = new int[n + 1];
        for (int b = 0; b < n; b++) {
            float[] block = block(b, dimension);
            int weight = words[b + 1] - words[b];
            for (int d = 0; d < dimension; d++) {
                sums[b + 1][d] = sums[b][d] + block[d];
            }
            squares[b + 1] = squares[b] + (weight == 0 ? 0 : 1);
        }
    }

    private boolean voiceChanges(int unit) {
        return !Objects.equals(
                units.get(unit).sentence().speaker(), units.get(unit - 1).sentence().speaker());
    }

    private float[] block(int number, int dimension) {
        int to = number + 1 == starts.size() ? units.size() : starts.get(number + 1);
        var sum = new float[dimension];
        words[number + 1] = words[number];
        for (var unit : units.subList(starts.get(number), to)) {
            words[number + 1] += unit.words();
            for (int d = 0; d < dimension; d++) {
                sum[d] += (float) (unit.vector()[d] * Math.sqrt(unit.words()));
            }
        }
        return MixedVectors.unit(sum);
    }

    /// For each end of a topic where the best topic that ends there begins.
    private int[] cuts(double dear) {
        int n = starts.size();
        int shortest = Math.clamp(words[n] / 6, SHORTEST_OF_SHORT, SHORTEST_WORDS);
        double price = dear * cost(0, n) / n * Math.log(n + 1);
        double[] best = new double[n + 1];
        int[] cut = new int[n + 1];
        Arrays.fill(best, 1, n + 1, Double.POSITIVE_INFINITY);
        for (int to = 1; to <= n; to++) {
            for (int from = 0; from < to; from++) {
                boolean longEnough = words[to] - words[from] >= shortest || from == 0;
                if (longEnough && best[from] < Double.POSITIVE_INFINITY) {
                    double cost = best[from] + cost(from, to) + price;
                    if (cost < best[to]) {
                        best[to] = cost;
                        cut[to] = from;
                    }
                }
            }
        }
        return cut;
    }

    /// How unlike the blocks of a topic are: their squared distances from its middle.
    private double cost(int from, int to) {
        double length = 0;
        for (int d = 0; d < sums[0].length; d++) {
            double sum = sums[to][d] - sums[from][d];
            length += sum * sum;
        }
        return squares[to] - squares[from] - length / (to - from);
    }
}
