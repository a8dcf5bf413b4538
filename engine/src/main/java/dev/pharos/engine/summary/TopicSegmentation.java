package dev.pharos.engine.summary;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.meaning.Centrality;
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
        double[][] costs = costs();
        double price = PRICE;
        var begins = begins(costs, price);
        while (begins.size() > most) {
            price *= DEARER;
            begins = begins(costs, price);
        }
        var topics = new ArrayList<Topic>();
        int from = 0;
        for (int i = 1; i <= begins.size(); i++) {
            int to = i == begins.size() ? units.size() : exact(from, begins, i);
            if (to > from) {
                topics.add(new Topic(from, to, null));
                from = to;
            }
        }
        return List.copyOf(topics);
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
        words = new int[n + 1];
        for (int b = 0; b < n; b++) {
            var block = units.subList(starts.get(b), start(b + 1));
            float[] middle = SentenceRanking.middle(block);
            words[b + 1] = words[b] + block.stream().mapToInt(Unit::words).sum();
            for (int d = 0; d < dimension; d++) {
                sums[b + 1][d] = sums[b][d] + middle[d];
            }
        }
    }

    private boolean voiceChanges(int unit) {
        return !Objects.equals(
                units.get(unit).sentence().speaker(), units.get(unit - 1).sentence().speaker());
    }

    private int start(int block) {
        return block == starts.size() ? units.size() : starts.get(block);
    }

    /// How unlike the blocks of each possible topic are: their squared distances from its middle.
    private double[][] costs() {
        int n = starts.size();
        double[][] costs = new double[n][n + 1];
        for (int from = 0; from < n; from++) {
            for (int to = from + 1; to <= n; to++) {
                double length = 0;
                for (int d = 0; d < sums[0].length; d++) {
                    double sum = sums[to][d] - sums[from][d];
                    length += sum * sum;
                }
                costs[from][to] = to - from - length / (to - from);
            }
        }
        return costs;
    }

    /// The blocks with which topics begin.
    private List<Integer> begins(double[][] costs, double dear) {
        int n = starts.size();
        int shortest = Math.clamp(words[n] / 6, SHORTEST_OF_SHORT, SHORTEST_WORDS);
        double price = dear * costs[0][n] / n * Math.log(n + 1);
        double[] best = new double[n + 1];
        int[] cut = new int[n + 1];
        Arrays.fill(best, 1, n + 1, Double.POSITIVE_INFINITY);
        for (int to = 1; to <= n; to++) {
            for (int from = 0; from < to; from++) {
                boolean longEnough = words[to] - words[from] >= shortest || from == 0;
                double cost = best[from] + costs[from][to] + price;
                if (longEnough && cost < best[to]) {
                    best[to] = cost;
                    cut[to] = from;
                }
            }
        }
        var begins = new ArrayList<Integer>();
        for (int to = n; to > 0; to = cut[to]) {
            begins.addFirst(cut[to]);
        }
        return begins;
    }

    /// The sentence near the beginning of a block with which a topic really begins: those before it
    /// are most like the topic before, and those behind like the new one.
    private int exact(int from, List<Integer> begins, int topic) {
        int block = begins.get(topic);
        int begin = Math.max(from + 1, start(block - 1) + 1);
        int end = Math.min(units.size(), start(block + 1));
        int next = topic + 1 == begins.size() ? units.size() : start(begins.get(topic + 1));
        float[] before = SentenceRanking.middle(units.subList(from, begin));
        float[] behind = SentenceRanking.middle(units.subList(end - 1, next));
        int best = begin;
        double lead = 0;
        double most = 0;
        for (int i = begin; i < end; i++) {
            float[] vector = units.get(i).vector();
            lead += Centrality.dot(vector, before) - Centrality.dot(vector, behind);
            if (lead > most) {
                most = lead;
                best = i + 1;
            }
        }
        return Math.min(best, next - 1);
    }
}
