package dev.pharos.engine.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Makes one ranking of two: each search's scores are brought to 0…1 over what it found and added
/// with a weight. Over the published BEIR sets this normalised sum beats reciprocal rank fusion on
/// six of seven (Lin et al., Pyserini's fusion experiments).
final class Fusion {
    /// The share of the search by meaning; found on two collections and kept where both are near
    /// their best (see docs/decisions/0004-fusion.md).
    static final double MEANING_WEIGHT = 0.5;

    private Fusion() {}

    /// @param words scores of BM25, 0 or more; @param meaning cosines
    static List<Found> of(List<Found> words, List<Found> meaning, int limit) {
        Map<Long, Double> sum = new HashMap<>();
        add(sum, words, 1 - MEANING_WEIGHT);
        add(sum, meaning, MEANING_WEIGHT);
        ToDoubleFunction<Map.Entry<Long, Double>> score = Map.Entry::getValue;
        return sum.entrySet().stream()
                .map(entry -> new Found(entry.getKey(), score.applyAsDouble(entry)))
                .sorted(Found.BEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static void add(Map<Long, Double> sum, List<Found> found, double weight) {
        if (found.isEmpty()) {
            return;
        }
        double best = found.getFirst().score();
        double worst = found.getLast().score();
        double range = Math.max(best - worst, 1e-9);
        for (Found each : found) {
            double share = found.size() == 1 ? 1 : (each.score() - worst) / range;
            sum.merge(each.passage(), weight * share, Double::sum);
        }
    }
}
