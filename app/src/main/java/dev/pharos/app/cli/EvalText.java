package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.evaluation.AnswerFigures;
import dev.pharos.engine.evaluation.AnswerFigures.Unanswerable;
import dev.pharos.engine.evaluation.AnswerMetric;
import dev.pharos.engine.evaluation.Estimate;
import dev.pharos.engine.evaluation.RankingMetric;
import dev.pharos.engine.evaluation.RetrievalFigures;
import dev.pharos.engine.evaluation.RetrievalRun;
import dev.pharos.engine.search.Query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Figures of an evaluation as a person reads them in a terminal.
final class EvalText {
    private static final int LABEL = 12;
    private static final int COLUMN = 23;
    private static final int WIDE = 52;

    private static final Map<AnswerMetric, String> METRICS =
            new EnumMap<>(
                    Map.of(
                            AnswerMetric.ANSWERED, "eval.answered",
                            AnswerMetric.FIRST_HOLDS, "eval.firstHolds",
                            AnswerMetric.SHOWN_HOLDS, "eval.shownHolds",
                            AnswerMetric.CITATION_STANDS, "eval.citationStands",
                            AnswerMetric.CITATION_RIGHT, "eval.citationRight",
                            AnswerMetric.FIRST_RIGHT, "eval.firstRight",
                            AnswerMetric.F1, "eval.wordForWord",
                            AnswerMetric.EXACT, "eval.exact"));

    private static final Map<Unanswerable, String> KINDS =
            new EnumMap<>(
                    Map.of(
                            Unanswerable.MARKED, "eval.refusedMarked",
                            Unanswerable.HIDDEN, "eval.refusedHidden",
                            Unanswerable.FOREIGN, "eval.refusedForeign"));

    private static final Map<String, String> VERDICTS =
            Map.of(
                    "right", "eval.right",
                    "other", "eval.other",
                    "refused", "eval.refused",
                    "rightly_refused", "eval.rightlyRefused",
                    "made_up", "eval.madeUp");

    private EvalText() {}

    static List<String> lines(EvalRun.Measured measured) {
        var lines = new ArrayList<String>();
        lines.add(
                text(
                        "eval.set",
                        measured.name(),
                        measured.documents(),
                        measured.questions().size(),
                        measured.embedder()));
        if (measured.retrieval().runs().stream().anyMatch(run -> !run.questions().isEmpty())) {
            lines.addAll(lines(measured.retrieval()));
        }
        if (measured.answers() != null) {
            lines.addAll(lines(measured.answers()));
        }
        lines.add("");
        return lines;
    }

    /// What became of each question, one a line.
    static List<String> questions(EvalRun.Measured measured) {
        var lines = new ArrayList<String>();
        for (var asked : EvalOutput.Asked.of(measured)) {
            var said = new ArrayList<String>();
            var rank = asked.rank();
            if (rank != null) {
                said.add(rank == 0 ? text("eval.notFound") : text("eval.found", rank));
            }
            if (asked.verdict() != null) {
                said.add(text(VERDICTS.getOrDefault(asked.verdict(), "")));
            }
            lines.add(
                    text("eval.question", asked.line(), String.join(", ", said), asked.question()));
        }
        lines.add("");
        return lines;
    }

    private static List<String> lines(AnswerFigures answers) {
        var lines = new ArrayList<String>();
        lines.add("");
        if (!answers.answerable().isEmpty()) {
            METRICS.forEach((metric, key) -> add(lines, key, metric.of(answers.answerable())));
        }
        KINDS.forEach((kind, key) -> add(lines, key, answers.refused(kind)));
        return lines;
    }

    private static void add(List<String> lines, String key, Estimate estimate) {
        if (estimate.count() > 0) {
            lines.add(
                    text(
                            "eval.figure",
                            padded(text(key), WIDE),
                            words(estimate),
                            estimate.count()));
        }
    }

    private static List<String> lines(RetrievalFigures retrieval) {
        var runs = retrieval.runs();
        var lines = new ArrayList<String>();
        lines.add(row("", runs.stream().map(run -> name(run.mode())).toList()));
        for (var metric : RankingMetric.values()) {
            lines.add(
                    row(
                            metric.title(),
                            runs.stream().map(run -> words(run.estimate(metric))).toList()));
        }
        lines.add(row(text("eval.times"), runs.stream().map(EvalText::times).toList()));
        retrieval
                .gain()
                .ifPresent(gain ->
                        lines.add(
                                text(
                                        gain.low() > 0
                                                ? "eval.better"
                                                : gain.high() < 0 ? "eval.worse" : "eval.open",
                                        signed(gain.value()),
                                        signed(gain.low()),
                                        signed(gain.high()),
                                        name(retrieval.bestSingle().orElseThrow().mode()))));
        return lines;
    }

    private static String row(String label, List<String> cells) {
        var row = new StringBuilder(padded(label, LABEL));
        cells.forEach(cell -> row.append(padded(cell, COLUMN)));
        return row.toString().stripTrailing();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(1, width - cell.length()));
    }

    static String words(Estimate estimate) {
        return text("eval.estimate", estimate.value(), estimate.low(), estimate.high());
    }

    private static String times(RetrievalRun run) {
        return text("eval.milliseconds", run.millis(50), run.millis(95));
    }

    private static String signed(double difference) {
        return text("eval.signed", difference);
    }

    private static String name(Query.Mode mode) {
        return switch (mode) {
            case KEYWORD -> text("eval.keyword");
            case MEANING -> text("eval.meaning");
            case HYBRID -> text("eval.hybrid");
        };
    }
}
