package dev.pharos.engine.relationship;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Fluency;
import dev.pharos.engine.meaning.PassageText;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Searcher;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Phrasing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What in a library is near to one source, without a look at all of it: the passages nearest to
/// those of the source by the vectors of the index, and how like their sources are to it as a
/// whole, seen from the middle of the library, as in the graph. Safe for use by several threads.
final class Likeness {
    /// So many passages of a source say what it is about.
    private static final int PASSAGES = 64;

    private static final int ASKED = 8;
    private static final int NEAREST = 40;
    private static final int SOURCES = 40;
    private static final int SAMPLES = 40;
    private static final int A_SAMPLE = 50;

    /// With few passages their middle says little, and less of it is taken away.
    private static final double FEW = 10;

    /// So much nearer than passages by chance, in standard deviations.
    private static final double BEYOND_CHANCE = 4;

    private static final double LEAST = 0.4;
    private static final double ENOUGH = 0.62;

    /// Below this a model spells the words, and the words themselves have to be alike too.
    private static final double FLUENT = 0.8;

    private static final double SAME_WORDS = 0.15;
    private static final int FEW_WORDS = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’-]+");

    private final Vectors vectors;
    private final Passages passages;
    private final Searcher searcher;
    private @Nullable Middle middle;

    /// Of the vectors of a library with so many of them.
    private record Middle(EmbeddingModel model, int count, float[] vector, List<float[]> sample) {}

    /// What is near to a source.
    ///
    /// @param likeness of other sources, from -1 to 1
    /// @param least from where on a likeness is none by chance
    /// @param passages of others, the nearest first
    record Near(Map<SourceId, Double> likeness, double least, List<Titled> passages) {

        /// Those that are like it, the most like first.
        List<SourceId> similar() {
            return likeness.entrySet().stream()
                    .filter(each -> each.getValue() >= least)
                    .sorted(Map.Entry.<SourceId, Double>comparingByValue().reversed())
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    Likeness(Vectors vectors, Passages passages, Searcher searcher) {
        this.vectors = vectors;
        this.passages = passages;
        this.searcher = searcher;
    }

    /// @param own the passages of the source
    /// @param also sources that are compared however far they are
    Near near(SourceId source, List<Titled> own, Collection<SourceId> also, Embedder embedder)
            throws ProblemException {
        var mine = vectors(source, own, embedder);
        if (mine.isEmpty()) {
            return new Near(Map.of(), 1, List.of());
        }
        var middle = middle(embedder.model());
        var centre = sum(mine);
        var found = new LinkedHashMap<Long, Double>();
        ask(unit(centre), 2 * NEAREST, found);
        for (int i = 0; i < Math.min(ASKED, mine.size()); i++) {
            ask(mine.get(i * mine.size() / Math.min(ASKED, mine.size())), NEAREST, found);
        }
        var near = new ArrayList<>(passages.find(found.keySet()));
        near.removeIf(each -> each.passage().source().equals(source));
        near.sort(
                Comparator.comparingDouble(
                                (Titled each) -> found.getOrDefault(each.passage().id(), 0.0))
                        .reversed());
        var sources = new LinkedHashSet<>(also);
        near.stream()
                .map(each -> each.passage().source())
                .distinct()
                .limit(SOURCES)
                .forEach(sources::add);
        var seen = seen(centre, middle);
        var likeness = new LinkedHashMap<SourceId, Double>();
        var words = fluent(own, embedder) ? null : words(own);
        for (SourceId each : sources) {
            var theirs = vectors.of(embedder.model(), each, PASSAGES);
            if (!theirs.isEmpty()
                    && (words == null || alike(words, words(passages.indexed(each, ASKED))))) {
                var other = sum(theirs.stream().map(Vectors.Embedded::vector).toList());
                likeness.put(each, dot(seen, seen(other, middle)));
            }
        }
        return new Near(likeness, least(seen, middle), near);
    }

    private void ask(float[] vector, int limit, Map<Long, Double> into) {
        for (var each : searcher.nearest(vector, limit)) {
            into.merge(each.passage(), each.score(), Math::max);
        }
    }

    /// Those that are stored, or, of what was written just now, made here.
    private List<float[]> vectors(SourceId source, List<Titled> own, Embedder embedder)
            throws ProblemException {
        var stored = vectors.of(embedder.model(), source, PASSAGES);
        if (!stored.isEmpty()) {
            return stored.stream().map(Vectors.Embedded::vector).toList();
        }
        return embedder.embed(own.stream().limit(ASKED).map(PassageText::of).toList());
    }

    private static boolean fluent(List<Titled> own, Embedder embedder) throws ProblemException {
        String text = own.getFirst().passage().text();
        return Fluency.of(text, embedder.countTokens(List.of(text))[0]) >= FLUENT;
    }

    /// What a text speaks of: what is done with it, as in `she proposes`, may be done with
    /// anything.
    private static Set<String> words(List<Titled> passages) {
        var words = new HashSet<String>();
        passages.stream()
                .limit(ASKED)
                .map(Titled::passage)
                .forEach((Passage each) -> {
                    var wording = Wording.of(each.language());
                    String nouns = nouns(Wording.said(each), each.language());
                    Terms.of(nouns, each.language()).stream()
                            .filter(stem -> stem.codePoints().allMatch(Character::isLetter))
                            .filter(stem -> wording.filter(w -> w.everyday(stem)).isEmpty())
                            .forEach(words::add);
                });
        return words;
    }

    /// Of a language without a dictionary all words.
    private static String nouns(String text, String language) {
        return !Phrasing.dictionary(language)
                ? text
                : WORD.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .distinct()
                        .filter(word -> Wording.of(language).filter(w -> w.heads(word)).isEmpty())
                        .filter(word -> Phrasing.noun(word, language))
                        .collect(Collectors.joining(" "));
    }

    private static boolean alike(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return both >= FEW_WORDS && both >= SAME_WORDS * Math.min(one.size(), other.size());
    }

    private synchronized Middle middle(EmbeddingModel model) {
        var known = middle;
        int count = vectors.count(model);
        if (known != null && known.model().equals(model) && near(known.count(), count)) {
            return known;
        }
        var sample = new ArrayList<float[]>();
        if (count <= SAMPLES * A_SAMPLE) {
            vectors.after(model, -1, SAMPLES * A_SAMPLE).forEach(each -> sample.add(each.vector()));
        } else {
            long[] ids = vectors.ids(model);
            for (int i = 0; i < SAMPLES; i++) {
                long from = ids[(int) ((long) i * ids.length / SAMPLES)] - 1;
                vectors.after(model, from, A_SAMPLE).forEach(each -> sample.add(each.vector()));
            }
        }
        var sum = sample.isEmpty() ? new float[model.dimension()] : sum(sample);
        for (int d = 0; d < sum.length; d++) {
            sum[d] /= (float) (sample.size() + FEW);
        }
        var now = new Middle(model, count, sum, sample);
        middle = now;
        return now;
    }

    private static boolean near(int before, int now) {
        return Math.abs(before - now) <= now / SAMPLES;
    }

    private static double least(float[] seen, Middle middle) {
        var chance =
                middle.sample().stream()
                        .mapToDouble(each -> dot(seen, seen(each.clone(), middle)))
                        .toArray();
        double mean = 0;
        double square = 0;
        for (double each : chance) {
            mean += each / chance.length;
            square += each * each / chance.length;
        }
        double deviation = Math.sqrt(Math.max(0, square - mean * mean));
        return Math.clamp(mean + BEYOND_CHANCE * deviation, LEAST, ENOUGH);
    }

    private static float[] sum(List<float[]> vectors) {
        var sum = new float[vectors.getFirst().length];
        for (float[] each : vectors) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += each[d];
            }
        }
        return sum;
    }

    /// From the middle of the library.
    private static float[] seen(float[] vector, Middle middle) {
        var seen = unit(vector);
        for (int d = 0; d < seen.length; d++) {
            seen[d] -= middle.vector()[d];
        }
        return unit(seen);
    }

    private static float[] unit(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        var unit = new float[vector.length];
        for (int d = 0; d < vector.length && length > 0; d++) {
            unit[d] = (float) (vector[d] / length);
        }
        return unit;
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * (double) other[d];
        }
        return sum;
    }
}
