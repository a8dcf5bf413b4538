package dev.pharos.app.measure;

import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqlitePassages;
import dev.pharos.engine.storage.SqliteSources;
import dev.pharos.engine.storage.SqliteVectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A library of as many passages as wanted, grown from one whose vectors an embedder has made: the
/// first passages are those, and each further one is mixed from two of them, the beginning of one
/// text and the end of the other, and their vectors in the same share with a little noise. The
/// share and the noise are chosen so that neighbours lie about as far apart, and in about as many
/// directions, as among the real ones. The same number gives the same passage.
final class GrownPassages {
    private static final int A_SOURCE = SearchSpeed.PASSAGES_A_SOURCE;
    private static final int SOURCES_A_SAVING = 10;
    private static final int STEP = 2_000;
    private static final double LEAST_SHARE = 0.6;
    private static final double SHARES = 0.3;
    private static final double NOISE = 0.2;

    private final List<String> texts = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();

    /// @param library with a vector of `model` for each passage
    GrownPassages(Path library, EmbeddingModel model) {
        try (var database = Database.open(library.resolve("pharos.db"), true)) {
            var passages = new SqlitePassages(database);
            for (var some = passages.after(0, STEP); !some.isEmpty(); ) {
                some.forEach(each -> texts.add(each.passage().text()));
                some = passages.after(some.getLast().passage().id(), STEP);
            }
            var stored = new SqliteVectors(database);
            for (var some = stored.after(model, 0, STEP); !some.isEmpty(); ) {
                some.forEach(each -> vectors.add(each.vector()));
                some = stored.after(model, some.getLast().passage(), STEP);
            }
        }
        if (vectors.size() != texts.size()) {
            throw new IllegalStateException(library + " lacks vectors");
        }
    }

    /// How one is made.
    private record Mixture(int first, int second, double share, SplittableRandom chance) {}

    private Mixture mixture(int number) {
        var chance = new SplittableRandom(number);
        return new Mixture(
                chance.nextInt(texts.size()),
                chance.nextInt(texts.size()),
                LEAST_SHARE + SHARES * chance.nextDouble(),
                chance);
    }

    private String text(int number) {
        if (number < texts.size()) {
            return texts.get(number);
        }
        var from = mixture(number);
        var first = List.of(texts.get(from.first()).split(" "));
        var second = List.of(texts.get(from.second()).split(" "));
        var words = new ArrayList<>(first.subList(0, (int) (first.size() * from.share())));
        words.addAll(second.subList((int) (second.size() * from.share()), second.size()));
        return String.join(" ", words);
    }

    float[] vector(int number) {
        if (number < vectors.size()) {
            return vectors.get(number);
        }
        var from = mixture(number);
        float[] first = vectors.get(from.first());
        float[] second = vectors.get(from.second());
        var mixed = new float[first.length];
        double noise = NOISE / Math.sqrt(mixed.length);
        double square = 0;
        for (int d = 0; d < mixed.length; d++) {
            double value = from.share() * first[d] + (1 - from.share()) * second[d];
            mixed[d] = (float) (value + noise * from.chance().nextGaussian());
            square += mixed[d] * mixed[d];
        }
        float length = (float) Math.sqrt(square);
        for (int d = 0; d < mixed.length; d++) {
            mixed[d] /= length;
        }
        return mixed;
    }

    /// Writes what a library lacks of so many passages and their vectors into its database; no
    /// index hears of it.
    ///
    /// @param library made before
    void fill(Path library, int count, EmbeddingModel model) {
        try (var database = Database.open(library.resolve("pharos.db"), false)) {
            var sources = new SqliteSources(database);
            var stored = new SqliteVectors(database);
            int step = SOURCES_A_SAVING * A_SOURCE;
            for (int from = sources.count() * A_SOURCE; from < count; from += step) {
                var revisions = new ArrayList<Sources.Revision>();
                for (int i = from; i < Math.min(count, from + step); i += A_SOURCE) {
                    revisions.add(revision(i));
                }
                sources.saveAll(revisions);
            }
            complete(new SqlitePassages(database), stored, model);
        }
    }

    private void complete(SqlitePassages passages, SqliteVectors stored, EmbeddingModel model) {
        long last = stored.count(model) == 0 ? 0 : stored.ids(model)[stored.count(model) - 1];
        int number = stored.count(model);
        for (var some = passages.after(last, STEP); !some.isEmpty(); ) {
            var made = new ArrayList<Vectors.Embedded>();
            for (Passages.Titled each : some) {
                var passage = each.passage();
                made.add(new Vectors.Embedded(passage.id(), passage.source(), vector(number++)));
            }
            stored.saveAll(model, made);
            some = passages.after(made.getLast().passage(), STEP);
        }
    }

    private Sources.Revision revision(int first) {
        var chunks = new ArrayList<Sources.Chunk>();
        var whole = new StringBuilder();
        for (int i = 0; i < A_SOURCE; i++) {
            var words = text(first + i);
            int start = whole.length();
            whole.append(words).append('\n');
            var place = new Place(null, null, i + 1, null, null, start, start + words.length());
            chunks.add(new Sources.Chunk(place, words, "en"));
        }
        return SearchSpeed.revision(first / A_SOURCE, whole.toString(), chunks);
    }
}
