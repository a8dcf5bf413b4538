package dev.pharos.app.cli;

import dev.pharos.engine.evaluation.Estimate;
import dev.pharos.engine.evaluation.RankingMetric;
import dev.pharos.engine.evaluation.RetrievalRun;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// What `eval` prints with `--json`.
final class EvalOutput {

    /// A figure with its interval of 95 %.
    record Figure(double value, double low, double high, int count) {
        static Figure of(Estimate estimate) {
            return new Figure(estimate.value(), estimate.low(), estimate.high(), estimate.count());
        }
    }

    /// One way of searching.
    record Mode(
            String mode,
            Figure ndcg10,
            Figure mrr10,
            Figure recall1,
            Figure recall5,
            Figure recall10,
            Figure recall100,
            double p50Ms,
            double p95Ms) {
        static Mode of(RetrievalRun run) {
            return new Mode(
                    run.mode().name().toLowerCase(Locale.ROOT),
                    Figure.of(run.estimate(RankingMetric.NDCG_10)),
                    Figure.of(run.estimate(RankingMetric.MRR_10)),
                    Figure.of(run.estimate(RankingMetric.RECALL_1)),
                    Figure.of(run.estimate(RankingMetric.RECALL_5)),
                    Figure.of(run.estimate(RankingMetric.RECALL_10)),
                    Figure.of(run.estimate(RankingMetric.RECALL_100)),
                    run.millis(50),
                    run.millis(95));
        }
    }

    /// One set.
    ///
    /// @param hybridGain nDCG@10 of both together above the better one alone
    record Measured(
            String set,
            int documents,
            int questions,
            String embedder,
            List<Mode> modes,
            @Nullable Figure hybridGain) {
        static Measured of(TestSetRun.Measured measured) {
            var retrieval = measured.retrieval();
            return new Measured(
                    measured.set().name(),
                    measured.documents(),
                    measured.set().questions().size(),
                    measured.embedder(),
                    retrieval.runs().stream().map(Mode::of).toList(),
                    retrieval.gain().map(Figure::of).orElse(null));
        }
    }

    private EvalOutput() {}
}
