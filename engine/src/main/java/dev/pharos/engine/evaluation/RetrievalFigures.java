package dev.pharos.engine.evaluation;

import dev.pharos.engine.search.Query;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How good the rankings of a library are, by ways of searching.
///
/// @param runs of the same questions
public record RetrievalFigures(List<RetrievalRun> runs) {

    public RetrievalFigures {
        runs = List.copyOf(runs);
    }

    public Optional<RetrievalRun> run(Query.Mode mode) {
        return runs.stream().filter(run -> run.mode() == mode).findFirst();
    }

    /// The better one of searching by words alone and by meaning alone, by nDCG@10.
    public Optional<RetrievalRun> bestSingle() {
        return runs.stream()
                .filter(run -> run.mode() != Query.Mode.HYBRID && !run.questions().isEmpty())
                .max(
                        Comparator.comparingDouble(
                                run -> run.estimate(RankingMetric.NDCG_10).value()));
    }

    /// By how much nDCG@10 of both together is above that of the better one alone, if both were
    /// measured.
    public Optional<Estimate> gain() {
        return run(Query.Mode.HYBRID)
                .flatMap(both ->
                        bestSingle()
                                .map(single ->
                                        Estimate.difference(
                                                both.scores(RankingMetric.NDCG_10),
                                                single.scores(RankingMetric.NDCG_10))));
    }
}
