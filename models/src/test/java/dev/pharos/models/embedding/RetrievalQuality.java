package dev.pharos.models.embedding;

import dev.pharos.engine.evaluation.RankingMetric;
import dev.pharos.engine.evaluation.TestDocument;
import dev.pharos.engine.evaluation.TestQuestion;
import dev.pharos.engine.evaluation.TestSet;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Measures what a precision and a way of cutting documents into passages do to retrieval by
/// meaning alone: exact search, the score of a document is that of its best passage. Prints
/// nDCG@10.
///
/// Run `main` with the folder of test data, a precision (`fp32`, `int8`) and any number of
/// `size:overlap:title`, such as `200:1:true`.
final class RetrievalQuality {

    /// @param size tokens a passage has at most, the repeated title included
    /// @param overlap sentences that a passage repeats from the one before
    /// @param title every passage begins with its document's title, or only the first one does
    record Cut(int size, int overlap, boolean title) {
        static Cut of(String text) {
            String[] parts = text.split(":", -1);
            return new Cut(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Boolean.parseBoolean(parts[2]));
        }
    }

    private record Vector(String document, float[] values) {}

    private static final List<String> SETS =
            List.of("retrieval/cisi", "retrieval/cacm", "rag-qa/xquad/en", "rag-qa/xquad/ru");

    private final Embedder embedder;
    private final Map<String, float[]> known = new HashMap<>();
    private final Map<String, Integer> lengths = new HashMap<>();

    private RetrievalQuality(Embedder embedder) {
        this.embedder = embedder;
    }

    static void main(String[] args) throws IOException, ProblemException {
        var cache = Path.of(System.getProperty("java.io.tmpdir"), "pharos-measuring");
        var packaged = Precision.of(args[1]);
        int cores = Runtime.getRuntime().availableProcessors();
        try (var embedder = new OnnxEmbedder(packaged, cache, cores)) {
            var quality = new RetrievalQuality(embedder);
            for (int i = 2; i < args.length; i++) {
                var cut = Cut.of(args[i]);
                var row = new StringBuilder(embedder.model().id() + " " + cut);
                for (String set : SETS) {
                    row.append(quality.score(TestSet.read(Path.of(args[0], set)), cut));
                }
                IO.println(row);
            }
        }
    }

    private String score(TestSet set, Cut cut) throws ProblemException {
        var owners = new ArrayList<String>();
        var texts = new ArrayList<String>();
        set.corpus()
                .each(document -> {
                    for (String passage : passages(document, cut)) {
                        owners.add(document.id());
                        texts.add(passage);
                    }
                });
        var vectors = new ArrayList<Vector>();
        var values = embed(texts);
        for (int i = 0; i < values.size(); i++) {
            vectors.add(new Vector(owners.get(i), values.get(i)));
        }
        var asked = set.questions();
        var questions = embed(asked.stream().map(TestQuestion::text).toList());
        double ndcg =
                IntStream.range(0, asked.size())
                        .mapToDouble(i ->
                                RankingMetric.NDCG_10.of(
                                        nearest(questions.get(i), vectors), asked.get(i).gains()))
                        .average()
                        .orElseThrow();
        return " | %.4f (%d)".formatted(ndcg, texts.size());
    }

    private List<float[]> embed(List<String> texts) throws ProblemException {
        var missing = texts.stream().distinct().filter(t -> !known.containsKey(t)).toList();
        var vectors = embedder.embed(missing);
        for (int i = 0; i < missing.size(); i++) {
            known.put(missing.get(i), vectors.get(i));
        }
        return texts.stream().map(known::get).toList();
    }

    private static List<String> nearest(float[] question, List<Vector> vectors) {
        var best = new HashMap<String, Double>();
        for (var vector : vectors) {
            double dot =
                    IntStream.range(0, question.length)
                            .mapToDouble(i -> question[i] * vector.values()[i])
                            .sum();
            best.merge(vector.document(), dot, Math::max);
        }
        return best.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(10)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> passages(TestDocument document, Cut cut) throws ProblemException {
        var sentences = new ArrayList<String>();
        if (!document.title().isBlank() && !cut.title()) {
            sentences.add(document.title());
        }
        sentences.addAll(sentences(document.text()));
        String prefix = cut.title() && !document.title().isBlank() ? document.title() + "\n" : "";
        if (sentences.isEmpty()) {
            return List.of(prefix);
        }
        count(sentences, prefix);
        int room = cut.size() - length(prefix);
        var passages = new ArrayList<String>();
        int first = 0;
        int end = 0;
        while (end < sentences.size()) {
            int tokens = 0;
            end = first;
            while (end < sentences.size()
                    && (end == first || tokens + length(sentences.get(end)) <= room)) {
                tokens += length(sentences.get(end++));
            }
            passages.add(prefix + String.join(" ", sentences.subList(first, end)));
            first = Math.max(first + 1, end - cut.overlap());
        }
        return passages;
    }

    private void count(List<String> sentences, String prefix) throws ProblemException {
        var texts = new ArrayList<>(sentences);
        texts.add(prefix);
        texts.removeIf(lengths::containsKey);
        int[] counts = embedder.countTokens(texts);
        for (int i = 0; i < counts.length; i++) {
            lengths.put(texts.get(i), counts[i]);
        }
    }

    private int length(String text) {
        return lengths.getOrDefault(text, 0);
    }

    private static List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        var breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            String sentence = text.substring(start, end).strip();
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
            }
            start = end;
        }
        return sentences;
    }
}
