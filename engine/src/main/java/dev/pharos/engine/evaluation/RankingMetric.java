package dev.pharos.engine.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How good the ranking of one query is, 0…1. Documents that are not judged gain nothing.
public enum RankingMetric {
    /// Normalised discounted cumulative gain (Järvelin and Kekäläinen, 2002): gain by log2(rank +
    /// 1), divided by that of the best ranking there could be.
    NDCG_10("nDCG@10", RankingMetric.TOP) {
        @Override
        double of(List<Integer> found, List<Integer> judged) {
            var ideal = judged.stream().sorted(Comparator.reverseOrder()).toList();
            return gained(found) / gained(ideal);
        }
    },
    /// One over the rank of the first document that answers.
    MRR_10("MRR@10", RankingMetric.TOP) {
        @Override
        double of(List<Integer> found, List<Integer> judged) {
            return IntStream.range(0, found.size())
                    .filter(i -> found.get(i) > 0)
                    .mapToDouble(i -> 1.0 / (i + 1))
                    .findFirst()
                    .orElse(0);
        }
    },
    /// How many of the documents that answer are found.
    RECALL_1("recall@1", 1),
    RECALL_5("recall@5", 5),
    RECALL_10("recall@10", 10),
    RECALL_100("recall@100", 100);

    private static final int TOP = 10;

    private final String title;
    private final int depth;

    RankingMetric(String title, int depth) {
        this.title = title;
        this.depth = depth;
    }

    /// As the field writes it.
    public String title() {
        return title;
    }

    /// @param ranked ids of documents, best first
    /// @param gains of the judged ones; one at least above 0
    public double of(List<String> ranked, Map<String, Integer> gains) {
        var found = ranked.stream().limit(depth).map(id -> gains.getOrDefault(id, 0)).toList();
        return of(found, gains.values().stream().filter(gain -> gain > 0).toList());
    }

    /// @param found gains of what was found, best first, as deep as it counts
    /// @param judged gains of all that answers, in no order
    double of(List<Integer> found, List<Integer> judged) {
        return (double) found.stream().filter(gain -> gain > 0).count() / judged.size();
    }

    private static double gained(List<Integer> gains) {
        return IntStream.range(0, Math.min(TOP, gains.size()))
                .mapToDouble(i -> gains.get(i) * Math.log(2) / Math.log(i + 2.0))
                .sum();
    }
}
