package dev.pharos.engine.summary;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.meaning.Centrality;
import dev.pharos.engine.summary.Gathered.Unit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /// As many parts as are wanted, for fewer only where it cannot be cut otherwise: below
    /// headings, the highest that do, else where the topic changes most. None has fewer words than
    /// it would have if all were as long and there were one more.
    static List<Topic> divided(Gathered gathered, int wanted) {
        var units = gathered.units();
        var levels = levels(units);
        var all = new TopicSegmentation(units);
        all.gather(levels.isEmpty() ? _ -> false : levels.getLast()::contains);
        double[][] costs = all.costs();
        for (int parts = wanted; parts > 1; parts--) {
            for (var level : levels) {
                var begins = all.begins(costs, parts, b -> level.contains(all.start(b)));
                if (!begins.isEmpty()) {
                    return all.topics(begins, true);
                }
            }
            var begins = all.begins(costs, parts, _ -> true);
            if (!begins.isEmpty()) {
                return all.topics(begins, false);
            }
        }
        return List.of(new Topic(0, units.size(), null));
    }

    /// With which units the parts below headings begin, the highest headings first.
    private static List<Set<Integer>> levels(List<Unit> units) {
        int deepest = units.stream().mapToInt(unit -> headings(unit).size()).max().orElse(0);
        return IntStream.rangeClosed(1, deepest)
                .mapToObj(depth -> parts(units, depth))
                .filter(parts -> parts.size() > 1 && parts.size() <= MOST_BLOCKS)
                .map(parts ->
                        parts.stream().map(Topic::from).collect(Collectors.toUnmodifiableSet()))
                .toList();
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
        gather(_ -> false);
        double[][] costs = costs();
        double price = PRICE;
        var begins = begins(costs, price);
        while (begins.size() > most) {
            price *= DEARER;
            begins = begins(costs, price);
        }
        return topics(begins, false);
    }

    /// @param below whether each begins with its block, below a heading, and not only near it
    private List<Topic> topics(List<Integer> begins, boolean below) {
        var topics = new ArrayList<Topic>();
        int from = 0;
        for (int i = 1; i <= begins.size(); i++) {
            int end = i == begins.size() ? starts.size() : begins.get(i);
            int to = end == starts.size() || below ? start(end) : exact(from, begins, i);
            if (to > from) {
                topics.add(new Topic(from, to, null));
                from = to;
            }
        }
        return List.copyOf(topics);
    }

    /// Sentences are too short to tell a topic: blocks of them, that end where the voice changes.
    ///
    /// @param always with which units one has to begin
    private void gather(IntPredicate always) {
        int all = units.stream().mapToInt(Unit::words).sum();
        int enough = Math.max(BLOCK_WORDS, all / MOST_BLOCKS);
        int inBlock = 0;
        for (int i = 0; i < units.size(); i++) {
            if (i == 0
                    || inBlock >= enough
                    || inBlock >= enough / 2 && voiceChanges(i)
                    || always.test(i)) {
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

    /// The blocks with which so many parts begin; none where each way leaves a scrap.
    ///
    /// @param cut before which blocks there may be one
    private List<Integer> begins(double[][] costs, int parts, IntPredicate cut) {
        int n = starts.size();
        int shortest = words[n] / (parts + 1);
        double[][] best = new double[parts + 1][n + 1];
        int[][] begin = new int[parts + 1][n + 1];
        for (double[] each : best) {
            Arrays.fill(each, Double.POSITIVE_INFINITY);
        }
        best[0][0] = 0;
        for (int part = 1; part <= parts; part++) {
            for (int to = 1; to <= n; to++) {
                for (int from = 0; from < to; from++) {
                    double cost = best[part - 1][from] + costs[from][to];
                    boolean allowed = from == 0 || cut.test(from);
                    if (allowed && words[to] - words[from] >= shortest && cost < best[part][to]) {
                        best[part][to] = cost;
                        begin[part][to] = from;
                    }
                }
            }
        }
        var begins = new ArrayList<Integer>();
        for (int part = parts, to = n;
                part > 0 && best[parts][n] < Double.POSITIVE_INFINITY;
                part--) {
            to = begin[part][to];
            begins.addFirst(to);
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
