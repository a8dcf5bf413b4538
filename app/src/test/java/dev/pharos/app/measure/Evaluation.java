package dev.pharos.app.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What `pharos eval` says of searches and answers on the shared sets, beside what their
/// descriptions give for BM25 and the goals: the table of docs/evaluation.md.
final class Evaluation implements Measurement {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param questions another set whose questions are asked, or null
    /// @param foreign a set whose questions nothing answers, or null
    /// @param bm25 nDCG@10 of reference, 0 where there is none
    /// @param goal for nDCG@10 of both together, 0 where there is none
    private record Row(
            String corpus,
            @Nullable String questions,
            @Nullable String foreign,
            double bm25,
            double goal) {
        String name() {
            return questions == null ? corpus : questions + " on " + corpus;
        }
    }

    private static final List<Row> ROWS =
            List.of(
                    new Row("retrieval/cisi", null, null, 0.396, 0.43),
                    new Row("retrieval/cacm", null, null, 0.500, 0.53),
                    new Row("rag-qa/xquad/en", null, "retrieval/cisi", 0.970, 0.975),
                    new Row("rag-qa/xquad/ru", null, null, 0.962, 0.96),
                    new Row("rag-qa/xquad/en", "rag-qa/xquad/ru", null, 0, 0));

    @Override
    public String title() {
        return "5. Searches and answers on sets of questions";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var figures = new ArrayList<Figure>();
        for (var row : ROWS) {
            var corpus = bench.shared(row.corpus());
            if (corpus.isEmpty()) {
                figures.add(Bench.lacking(row.corpus()));
            } else {
                Bench.tell(row.name());
                var measured = measured(row, corpus.get(), bench);
                searches(row, measured, figures);
                answers(row, measured.path("answers"), figures);
            }
        }
        return figures;
    }

    private static JsonNode measured(Row row, Path corpus, Bench bench)
            throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("--json", "eval", "--fresh", corpus.toString()));
        if (row.questions() != null) {
            arguments.add("--questions");
            arguments.add(bench.shared(row.questions()).orElseThrow().toString());
        }
        if (row.foreign() != null) {
            arguments.add("--unanswerable");
            arguments.add(bench.shared(row.foreign()).orElseThrow().toString());
        }
        var pharos = new Launcher(bench);
        var outcome =
                Launcher.watched(
                        pharos.builder(arguments.toArray(String[]::new)), Long.MAX_VALUE >> 32);
        var lines = pharos.printed().lines().filter(line -> line.startsWith("{")).toList();
        if (outcome.code() != 0 || lines.isEmpty()) {
            throw new IOException(pharos.printed());
        }
        return JSON.readTree(lines.getLast());
    }

    private static void searches(Row row, JsonNode measured, List<Figure> into) {
        var name = row.name() + ", ";
        into.add(
                Figure.of(
                        name + "searched with",
                        "%s, %d documents, %d questions",
                        measured.path("embedder").asText(),
                        measured.path("documents").asInt(),
                        measured.path("questions").asInt()));
        if (row.bm25() > 0) {
            into.add(Figure.of(name + "BM25 of reference: nDCG@10", "%.3f", row.bm25()));
        }
        for (var mode : measured.path("modes")) {
            boolean both = mode.path("mode").asText().equals("hybrid");
            var ndcg =
                    figure(
                            name + mode.path("mode").asText() + ": nDCG@10",
                            mode.path("ndcg10"),
                            both ? row.goal() : 0);
            into.add(new Figure(ndcg.what(), ndcg.value() + more(mode), ndcg.goal(), ndcg.met()));
        }
        var gain = measured.path("hybridGain");
        into.add(
                new Figure(
                        name + "hybrid above the better one alone: nDCG@10",
                        words("%+.3f [%+.3f, %+.3f]", gain),
                        ">= 0",
                        gain.path("value").asDouble() >= 0));
    }

    private static String more(JsonNode mode) {
        return String.format(
                Locale.ROOT,
                "; MRR@10 %.3f, recall@10 %.3f, @100 %.3f; p50, p95 %.0f, %.0f ms",
                mode.path("mrr10").path("value").asDouble(),
                mode.path("recall10").path("value").asDouble(),
                mode.path("recall100").path("value").asDouble(),
                mode.path("p50Ms").asDouble(),
                mode.path("p95Ms").asDouble());
    }

    private static void answers(Row row, JsonNode answers, List<Figure> into) {
        if (!answers.isObject()) {
            return;
        }
        boolean judged = row.questions() == null;
        var name = row.name() + ", ";
        double[] goals = judged ? new double[] {0.9, 0.8} : new double[2];
        add(name + "answered", answers.path("answered"), goals[0], into);
        add(name + "the answer is in a quotation", answers.path("shownHolds"), goals[1], into);
        add(name + "the answer is in the first quotation", answers.path("firstHolds"), 0, into);
        add(name + "quoted words stand there", answers.path("citationStands"), 1, into);
        add(name + "... and in the right paragraph", answers.path("citationRight"), 0, into);
        add(name + "F1 of the reply", answers.path("f1"), 0, into);
        add(
                name + "refused with the paragraph hidden",
                answers.path("refusedHidden"),
                goals[1],
                into);
        add(name + "refused of " + row.foreign(), answers.path("refusedForeign"), 0.8, into);
    }

    /// Nothing where nothing was asked for it.
    private static void add(String what, JsonNode estimate, double goal, List<Figure> into) {
        if (estimate.isObject()) {
            into.add(figure(what, estimate, goal));
        }
    }

    private static Figure figure(String what, JsonNode estimate, double goal) {
        var value = words("%.3f [%.3f, %.3f]", estimate);
        return goal == 0
                ? new Figure(what, value, "", null)
                : new Figure(
                        what,
                        value,
                        String.format(Locale.ROOT, ">= %.3f", goal).replaceFirst("\\.?0+$", ""),
                        estimate.path("value").asDouble() >= goal);
    }

    private static String words(String format, JsonNode estimate) {
        return String.format(
                Locale.ROOT,
                format,
                estimate.path("value").asDouble(),
                estimate.path("low").asDouble(),
                estimate.path("high").asDouble());
    }
}
