package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.evaluation.Estimate;
import dev.pharos.engine.evaluation.RankingMetric;
import dev.pharos.engine.evaluation.RetrievalFigures;
import dev.pharos.engine.evaluation.RetrievalRun;
import dev.pharos.engine.search.Query;

import java.util.ArrayList;
import java.util.List;

/// Figures of an evaluation as a person reads them in a terminal.
final class EvalText {
    private static final int LABEL = 12;
    private static final int COLUMN = 23;

    private EvalText() {}

    static List<String> lines(TestSetRun.Measured measured) {
        var lines = new ArrayList<String>();
        lines.add(
                text(
                        "eval.set",
                        measured.set().name(),
                        measured.documents(),
                        measured.set().questions().size(),
                        measured.embedder()));
        lines.addAll(lines(measured.retrieval()));
        lines.add("");
        return lines;
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
