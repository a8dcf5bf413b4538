package dev.pharos.app.cli;

import dev.pharos.engine.evaluation.AnswerFigures;
import dev.pharos.engine.evaluation.AnswerFigures.Unanswerable;
import dev.pharos.engine.evaluation.AnswerMetric;
import dev.pharos.engine.evaluation.Estimate;
import dev.pharos.engine.evaluation.RankingMetric;
import dev.pharos.engine.evaluation.RetrievalRun;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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

    /// How the built-in answerer did; figures that nothing was asked for are null.
    record Answers(
            @Nullable Figure answered,
            @Nullable Figure firstHolds,
            @Nullable Figure shownHolds,
            @Nullable Figure citationStands,
            @Nullable Figure citationRight,
            @Nullable Figure firstRight,
            @Nullable Figure f1,
            @Nullable Figure exact,
            @Nullable Figure refusedMarked,
            @Nullable Figure refusedHidden,
            @Nullable Figure refusedForeign) {
        static Answers of(AnswerFigures answers) {
            var asked = answers.answerable();
            return new Answers(
                    known(AnswerMetric.ANSWERED.of(asked)),
                    known(AnswerMetric.FIRST_HOLDS.of(asked)),
                    known(AnswerMetric.SHOWN_HOLDS.of(asked)),
                    known(AnswerMetric.CITATION_STANDS.of(asked)),
                    known(AnswerMetric.CITATION_RIGHT.of(asked)),
                    known(AnswerMetric.FIRST_RIGHT.of(asked)),
                    known(AnswerMetric.F1.of(asked)),
                    known(AnswerMetric.EXACT.of(asked)),
                    known(answers.refused(Unanswerable.MARKED)),
                    known(answers.refused(Unanswerable.HIDDEN)),
                    known(answers.refused(Unanswerable.FOREIGN)));
        }
    }

    private static @Nullable Figure known(Estimate estimate) {
        return estimate.count() == 0 ? null : Figure.of(estimate);
    }

    /// One of the owner's questions.
    ///
    /// @param line in the file
    /// @param rank of the first right source in a search by words and meaning (the only one that
    ///   was measured, if it was another); 0 where it was not found, null where none is known
    /// @param verdict `right`, `other`, `refused`, `rightly_refused`, `made_up`; null where it was
    ///   not asked
    record Asked(long line, String question, @Nullable Integer rank, @Nullable String verdict) {

        /// In the order of the file.
        static List<Asked> of(EvalRun.Measured measured) {
            var ranks = new HashMap<String, Integer>();
            var run = measured.retrieval().runs().getLast();
            for (int i = 0; i < run.questions().size(); i++) {
                ranks.put(run.questions().get(i).id(), run.rank(i));
            }
            var verdicts = new HashMap<String, String>();
            if (measured.answers() != null) {
                Stream.concat(
                                measured.answers().answerable().stream(),
                                measured
                                        .answers()
                                        .unanswerable()
                                        .getOrDefault(Unanswerable.MARKED, List.of())
                                        .stream())
                        .forEach(each ->
                                verdicts.put(
                                        each.question().id(),
                                        each.verdict().name().toLowerCase(Locale.ROOT)));
            }
            return measured.questions().stream()
                    .map(each ->
                            new Asked(
                                    Long.parseLong(each.id()),
                                    each.text(),
                                    ranks.get(each.id()),
                                    verdicts.get(each.id())))
                    .toList();
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
            @Nullable Figure hybridGain,
            @Nullable Answers answers) {
        static Measured of(EvalRun.Measured measured) {
            var retrieval = measured.retrieval();
            return new Measured(
                    measured.name(),
                    measured.documents(),
                    measured.questions().size(),
                    measured.embedder(),
                    retrieval.runs().stream()
                            .filter(run -> !run.questions().isEmpty())
                            .map(Mode::of)
                            .toList(),
                    retrieval.gain().map(Figure::of).orElse(null),
                    measured.answers() == null ? null : Answers.of(measured.answers()));
        }
    }

    private EvalOutput() {}
}
