package dev.pharos.engine.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes one ranking of two: each search's scores are divided by its best and added with a weight.
/// Over the published BEIR sets such a normalised sum beats reciprocal rank fusion on six of seven
/// (Lin et al., Pyserini's fusion experiments), and it does here (docs/decisions/0006-fusion.md).
final class Fusion {
    /// The share of the search by meaning where the model knows the language of the query, and
    /// where it does not.
    private static final double KNOWN = 0.5;

    private static final double UNKNOWN = 0.2;

    private Fusion() {}

    /// @param words scored by BM25, 0 or more, best first
    /// @param meaning scored by cosine, best first
    /// @param fluency 0…1, how well the model knows the language of the query
    static List<Found> of(List<Found> words, List<Found> meaning, double fluency, int limit) {
        double weight = UNKNOWN + fluency * (KNOWN - UNKNOWN);
        Map<Long, Double> sum = new HashMap<>();
        add(sum, words, 1 - weight);
        add(sum, meaning, weight);
        return sum.entrySet().stream()
                .map(entry -> new Found(entry.getKey(), entry.getValue()))
                .sorted(Found.BEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static void add(Map<Long, Double> sum, List<Found> found, double weight) {
        for (Found each : found) {
            double share = Math.max(0, each.score() / Math.max(found.getFirst().score(), 1e-9));
            sum.merge(each.passage(), weight * share, Double::sum);
        }
    }
}
