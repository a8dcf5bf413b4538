package dev.pharos.app.measure;

import dev.pharos.engine.answer.JudgedQuestion;
import dev.pharos.engine.document.IsolatedExtractor;
import dev.pharos.engine.evaluation.TestLibrary;
import dev.pharos.engine.evaluation.TestQuestion;
import dev.pharos.engine.evaluation.TestSet;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.embedding.OnnxEmbedder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fits the weights by which the built-in answerer decides whether it answers
/// (docs/decisions/0030-when-to-answer.md): on both languages of XQuAD, each question asked as it
/// is and of all paragraphs but its own. An article is left out in both languages at once and
/// judged by what was fitted, cut included, on the others.
final class AnswerFit implements Measurement {
    private static final List<String> LANGUAGES = List.of("en", "ru");

    /// The share of questions that shall be answered, by language: where the cut is made.
    private static final Map<String, Double> ANSWERED = Map.of("en", 0.93, "ru", 0.905);

    /// A question, and whether its answer could be found.
    private record Example(String language, String article, boolean answerable, double[] figures) {}

    @Override
    public String title() {
        return "The weights of when to answer, fitted anew";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        if (bench.shared("rag-qa/xquad").isEmpty()) {
            return List.of(Bench.lacking("rag-qa/xquad"));
        }
        var examples = new ArrayList<Example>();
        try (var embedder = new Remembering(new OnnxEmbedder(bench.cache(), Bench.cores()));
                var extractor = new IsolatedExtractor()) {
            var abilities = new Abilities(extractor, new Only(embedder), Abilities.Chat.NONE);
            for (String language : LANGUAGES) {
                Bench.tell(language);
                var set = TestSet.read(bench.shared("rag-qa/xquad/" + language).orElseThrow());
                var folder = bench.empty("answer-fit-" + language);
                try (var library = Library.open(folder, Library.Access.WRITE, abilities)) {
                    examples.addAll(examples(language, set, library, embedder, bench));
                }
            }
        }
        var figures = new ArrayList<Figure>();
        figures.addAll(leftOut(examples));
        double[] all = fit(examples);
        figures.add(Figure.of("with meaning", "%s", words(all, 0)));
        figures.add(Figure.of("without meaning", "%s", words(all, all.length / 2)));
        return figures;
    }

    private static String words(double[] weights, int from) {
        return Arrays.stream(weights, from, from + weights.length / 2)
                .mapToObj(weight -> String.format(Locale.ROOT, "%.2f", weight))
                .collect(Collectors.joining(", "));
    }

    private static List<Example> examples(
            String language, TestSet set, Library library, Embedder embedder, Bench bench)
            throws Exception {
        var documents = TestLibrary.of(set.corpus());
        documents.fill(library, bench.empty("answer-fit-notes"), Progress.NONE);
        library.meaning().await(Progress.NONE);
        var ids = documents.documents(library);
        var sources = library.sources().all().stream().map(Source::id).toList();
        var examples = new ArrayList<Example>();
        for (var question : set.questions()) {
            var others =
                    sources.stream()
                            .filter(source ->
                                    ids.getOrDefault(source, List.of()).stream()
                                            .noneMatch(question.gains()::containsKey))
                            .toList();
            for (boolean answerable : List.of(true, false)) {
                JudgedQuestion.of(library, embedder, question.text(), answerable ? null : others)
                        .map(judged ->
                                new Example(
                                        language, article(question), answerable, spread(judged)))
                        .ifPresent(examples::add);
            }
        }
        return examples;
    }

    /// Paragraphs are called by their article, a line and a number.
    private static String article(TestQuestion question) {
        return question.gains().keySet().iterator().next().replaceFirst("-.*", "");
    }

    /// Each figure with and without meaning, weighed by how well the language is known.
    private static double[] spread(JudgedQuestion judged) {
        int n = judged.figures().length;
        double[] spread = new double[2 * (n + 1)];
        for (int i = 0; i <= n; i++) {
            double figure = i == n ? 1 : judged.figures()[i];
            spread[i] = judged.fluency() * figure;
            spread[n + 1 + i] = i == 0 ? 0 : (1 - judged.fluency()) * figure;
        }
        return spread;
    }

    private static List<Figure> leftOut(List<Example> examples) {
        var right = new HashMap<String, List<Double>>();
        for (String article : examples.stream().map(Example::article).distinct().toList()) {
            double[] weights = fit(only(examples, each -> !each.article().equals(article)));
            for (Example each : only(examples, each -> each.article().equals(article))) {
                boolean answered = dot(weights, each.figures()) >= 0;
                right.computeIfAbsent(
                                each.language()
                                        + (each.answerable()
                                                ? ", answered"
                                                : ", refused with the paragraph hidden"),
                                _ -> new ArrayList<>())
                        .add(answered == each.answerable() ? 1.0 : 0.0);
            }
        }
        return right.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each ->
                        Figure.of(
                                each.getKey() + ", articles left out",
                                "%.3f",
                                each.getValue().stream().mapToDouble(x -> x).average().orElse(0)))
                .toList();
    }

    private static List<Example> only(List<Example> examples, Predicate<Example> which) {
        return examples.stream().filter(which).toList();
    }

    /// Logistic regression with a ridge of one, by Newton's method; then the two constants are
    /// moved so that the wanted share of each language is answered.
    private static double[] fit(List<Example> examples) {
        int n = examples.getFirst().figures().length;
        double[] weights = new double[n];
        for (int round = 0; round < 30; round++) {
            double[] gradient = new double[n];
            double[][] curvature = new double[n][n];
            for (int i = 0; i < n; i++) {
                boolean constant = i == n / 2 - 1 || i == n - 1;
                gradient[i] = constant ? 0 : -weights[i];
                curvature[i][i] = constant ? 1e-6 : 1;
            }
            for (Example each : examples) {
                double p = 1 / (1 + Math.exp(-dot(weights, each.figures())));
                for (int i = 0; i < n; i++) {
                    gradient[i] += ((each.answerable() ? 1 : 0) - p) * each.figures()[i];
                    for (int j = 0; j < n; j++) {
                        curvature[i][j] += p * (1 - p) * each.figures()[i] * each.figures()[j];
                    }
                }
            }
            double[] step = solved(curvature, gradient);
            Arrays.setAll(weights, i -> weights[i] + step[i]);
        }
        for (int i = 0; i < LANGUAGES.size(); i++) {
            weights[i == 0 ? n / 2 - 1 : n - 1] -= cut(examples, LANGUAGES.get(i), weights);
        }
        return weights;
    }

    private static double cut(List<Example> examples, String language, double[] weights) {
        double[] sums =
                examples.stream()
                        .filter(each -> each.answerable() && each.language().equals(language))
                        .mapToDouble(each -> dot(weights, each.figures()))
                        .sorted()
                        .toArray();
        return sums[(int) ((1 - ANSWERED.getOrDefault(language, 0.9)) * sums.length)];
    }

    private static double[] solved(double[][] matrix, double[] values) {
        int n = values.length;
        for (int i = 0; i < n; i++) {
            for (int row = i + 1; row < n; row++) {
                double times = matrix[row][i] / matrix[i][i];
                for (int j = i; j < n; j++) {
                    matrix[row][j] -= times * matrix[i][j];
                }
                values[row] -= times * values[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                values[i] -= matrix[i][j] * values[j];
            }
            values[i] /= matrix[i][i];
        }
        return values;
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    /// Computes the vector of each text once: the same sentences are judged for every question.
    private record Remembering(Embedder embedder, Map<String, float[]> known) implements Embedder {
        Remembering(Embedder embedder) {
            this(embedder, new HashMap<>());
        }

        @Override
        public EmbeddingModel model() {
            return embedder.model();
        }

        @Override
        public synchronized List<float[]> embed(List<String> texts) throws ProblemException {
            var vectors = new ArrayList<float[]>();
            for (String text : texts) {
                var vector = known.get(text);
                if (vector == null) {
                    vector = embedder.embed(List.of(text)).getFirst();
                    known.put(text, vector);
                }
                vectors.add(vector);
            }
            return vectors;
        }

        @Override
        public int[] countTokens(List<String> texts) throws ProblemException {
            return embedder.countTokens(texts);
        }

        @Override
        public void close() {}
    }

    /// The one embedder that there is.
    private record Only(Embedder embedder) implements Embedders {
        @Override
        public EmbeddingModel bundled() {
            return embedder.model();
        }

        @Override
        public List<EmbeddingModel> available() {
            return List.of(embedder.model());
        }

        @Override
        public Embedder open(String model) {
            return embedder;
        }
    }
}
