package dev.pharos.engine.search;

import dev.pharos.engine.search.Hit.Shares;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes one ranking of two: each search's scores are divided by its best and added with a weight.
/// Over the published BEIR sets such a normalised sum beats reciprocal rank fusion on six of seven
/// (Lin et al., Pyserini's fusion experiments), and it does here (docs/decisions/0006-fusion.md,
/// 0031-ranking.md).
final class Fusion {
    /// The share of the search by meaning where the model knows the language of the query.
    private static final double KNOWN = 0.5;

    /// Its share where the model does not, and where the best by words says the whole query: a
    /// title, a name, an error code is asked for by its words.
    private static final double LITTLE = 0.2;

    /// What a passage is raised by that says the whole query.
    private static final double WHOLE = 0.05;

    /// A passage in the joint ranking.
    record Ranked(long passage, Shares shares) {
        /// Best first; equal scores in the order of the library, so that a rebuilt index answers
        /// the same.
        static final Comparator<Ranked> BEST_FIRST =
                Comparator.<Ranked>comparingDouble(ranked -> ranked.shares().sum())
                        .reversed()
                        .thenComparingLong(Ranked::passage);
    }

    private Fusion() {}

    /// @param words scored by BM25, 0 or more, best first
    /// @param whole which passages say all words of the query
    /// @param meaning scored by cosine, best first
    /// @param fluency 0…1, how well the model knows the language of the query
    static List<Ranked> of(
            List<Found> words, Set<Long> whole, List<Found> meaning, double fluency, int limit) {
        boolean said = !words.isEmpty() && whole.contains(words.getFirst().passage());
        double weight = said ? LITTLE : LITTLE + fluency * (KNOWN - LITTLE);
        Map<Long, Double> byWords = shares(words, 1 - weight);
        Map<Long, Double> byMeaning = shares(meaning, weight);
        var all = new HashMap<Long, Ranked>();
        for (var found : List.of(words, meaning)) {
            for (Found each : found) {
                long passage = each.passage();
                var shares =
                        new Shares(
                                byWords.getOrDefault(passage, 0.0),
                                byMeaning.getOrDefault(passage, 0.0),
                                whole.contains(passage) ? WHOLE : 0,
                                0);
                all.put(passage, new Ranked(passage, shares));
            }
        }
        return all.values().stream().sorted(Ranked.BEST_FIRST).limit(limit).toList();
    }

    private static Map<Long, Double> shares(List<Found> found, double weight) {
        var shares = new HashMap<Long, Double>();
        for (Found each : found) {
            double share = each.score() / Math.max(found.getFirst().score(), 1e-9);
            shares.put(each.passage(), weight * Math.max(0, share));
        }
        return shares;
    }
}
