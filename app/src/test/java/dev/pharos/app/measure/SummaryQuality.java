package dev.pharos.app.measure;

import dev.pharos.engine.document.Sentences;
import dev.pharos.engine.evaluation.Rouge;
import dev.pharos.engine.evaluation.SegmentationError;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.summary.Material;
import dev.pharos.engine.summary.Summarizer;
import dev.pharos.engine.summary.Summary;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.embedding.OnnxEmbedder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/// Summaries, topics, key phrases and answers of the meetings of QMSum, against what people wrote.
/// Meetings with an even and with an odd number (from 0) are told apart, so that what holds for one
/// half only is seen.
final class SummaryQuality implements Measurement {
    private static final int SEEDS = 20;
    private static final double WORDS_AN_HOUR = 9_000;
    private static final double GOAL_SECONDS = 20;

    /// What has less than so many times the words of its human summary is not summarised.
    private static final int ENOUGH = 3;

    private final Map<String, List<Rouge>> rouge = new LinkedHashMap<>();
    private final Map<String, List<Double>> errors = new LinkedHashMap<>();
    private final Map<String, List<Double>> named = new LinkedHashMap<>();
    private double seconds;
    private int words;

    @Override
    public String title() {
        return "18. Summaries of meetings";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var folder = bench.shared("meetings");
        if (folder.isEmpty()) {
            return List.of(Bench.lacking("meetings"));
        }
        var meetings = Meeting.all(folder.get().resolve("qmsum.jsonl"));
        try (var embedder = new OnnxEmbedder(bench.cache(), Bench.cores())) {
            embedder.embed(List.of("The weights are loaded at the first use."));
            for (int i = 0; i < meetings.size(); i++) {
                Bench.tell("meeting " + i);
                measure(meetings.get(i), i % 2 == 0 ? "even" : "odd", embedder);
            }
        }
        var figures = figures();
        figures.addAll(new MeetingAnswers(bench).figures(meetings));
        return figures;
    }

    private void measure(Meeting meeting, String half, Embedder embedder) throws Exception {
        var material = meeting.material(meeting.everything());
        long start = System.nanoTime();
        var summary =
                new Summarizer(embedder)
                        .summarise(material, Depth.STANDARD, List.of(), Progress.NONE);
        seconds += (System.nanoTime() - start) / 1e9;
        words += summary.words();
        rouge("whole meeting, " + half, material, meeting.summary(), embedder);
        for (var question : meeting.questions()) {
            var part = meeting.material(question.turns());
            if (Fluency.words(text(part)) >= ENOUGH * Fluency.words(question.answer())) {
                rouge("turns of a question, " + half, part, question.answer(), embedder);
            }
        }
        topics(meeting, summary, half);
        phrases(meeting, summary);
    }

    private static String text(Material material) {
        return String.join(
                " ", material.sentences().stream().map(Material.Sentence::text).toList());
    }

    private void rouge(String of, Material material, String human, Embedder embedder)
            throws Exception {
        int wanted = Fluency.words(human);
        var right = sentences(human);
        var ours =
                new Summarizer(embedder)
                        .extract(material, wanted, Progress.NONE).stream()
                                .map(Summary.Line::text)
                                .toList();
        add(rouge, of + ": ours", Rouge.of(ours, right));
        var all =
                new ArrayList<>(
                        material.sentences().stream().map(Material.Sentence::text).toList());
        add(rouge, of + ": the first words", Rouge.of(first(all, wanted), right));
        var random = new ArrayList<Rouge>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Collections.shuffle(all, new Random(seed));
            random.add(Rouge.of(first(all, wanted), right));
        }
        add(rouge, of + ": random sentences", Rouge.mean(random));
    }

    static List<String> sentences(String text) {
        return Sentences.in(text, 0, text.length(), "en").stream()
                .map(span -> span.of(text))
                .toList();
    }

    private static List<String> first(List<String> sentences, int words) {
        var first = new ArrayList<String>();
        int left = words;
        for (String sentence : sentences) {
            if (left > 0) {
                first.add(sentence);
                left -= Fluency.words(sentence);
            }
        }
        return first;
    }

    static <T> void add(Map<String, List<T>> to, String key, T value) {
        to.computeIfAbsent(key, _ -> new ArrayList<>()).add(value);
    }

    private void topics(Meeting meeting, Summary summary, String half) {
        var right = meeting.cuts();
        int turns = meeting.turns().size();
        var ours = new BitSet();
        for (var topic : summary.topics().subList(1, summary.topics().size())) {
            var start = topic.place().startMs();
            ours.set(meeting.turnAt(start == null ? 0 : start));
        }
        int count = right.cardinality();
        var even = new BitSet();
        for (int i = 1; i <= count; i++) {
            even.set(i * turns / (count + 1));
        }
        error("ours, " + half, SegmentationError.of(ours, right, turns));
        error("as many even parts, " + half, SegmentationError.of(even, right, turns));
        error("no cut, " + half, SegmentationError.of(new BitSet(), right, turns));
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var cuts = new BitSet();
            while (cuts.cardinality() < count) {
                cuts.set(1 + random.nextInt(turns - 1));
            }
            error("as many random cuts, " + half, SegmentationError.of(cuts, right, turns));
        }
        add(errors, "parts: ours", (double) summary.topics().size());
        add(errors, "parts: people's", count + 1.0);
    }

    private void error(String of, SegmentationError error) {
        add(errors, "Pk: " + of, error.pk());
        add(errors, "WindowDiff: " + of, error.windowDiff());
    }

    /// Whether people use the same words, in the same order, of the same meeting.
    private void phrases(Meeting meeting, Summary summary) {
        String human = " " + stems(meeting.written()) + " ";
        var spoken = List.of(stems(text(meeting.material(meeting.everything()))).split(" "));
        var random = new Random(0);
        for (var phrase : summary.phrases()) {
            String stems = stems(phrase.text());
            add(named, "key phrases", human.contains(" " + stems + " ") ? 1.0 : 0);
            int length = stems.split(" ").length;
            for (int i = 0; i < SEEDS; i++) {
                int at = random.nextInt(spoken.size() - length);
                var run = String.join(" ", spoken.subList(at, at + length));
                add(named, "random words", human.contains(" " + run + " ") ? 1.0 : 0);
            }
        }
    }

    /// As the search compares words, without stop words.
    private static String stems(String text) {
        return Rouge.words(text).stream()
                .filter(word -> !Terms.of(word, "en").isEmpty())
                .collect(Collectors.joining(" "));
    }

    private List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        rouge.forEach((of, each) -> figures.add(figure(of, each)));
        errors.forEach((of, each) -> figures.add(Figure.of(of, "%.3f", mean(each))));
        named.forEach((of, each) ->
                figures.add(Figure.of(of + " that people use of it too", "%.3f", mean(each))));
        figures.add(
                Figure.atMost(
                        GOAL_SECONDS,
                        "seconds for an hour of speech (9,000 words)",
                        seconds / words * WORDS_AN_HOUR));
        return figures;
    }

    static Figure figure(String of, List<Rouge> each) {
        var mean = Rouge.mean(each);
        return Figure.of(
                of + " (" + each.size() + "): ROUGE-1, -2, -L",
                "%.3f, %.3f, %.3f",
                mean.one(),
                mean.two(),
                mean.longest());
    }

    static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }
}
