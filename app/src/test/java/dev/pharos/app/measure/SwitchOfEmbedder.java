package dev.pharos.app.measure;

import dev.pharos.engine.document.IsolatedExtractor;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.models.embedding.OnnxEmbedder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// The change of the embedder on a library of 20,000 passages while a person searches. The other
/// model is the bundled one, its vectors rotated: as costly, every search must find the same by it,
/// and a search that mixed the two would find nonsense.
final class SwitchOfEmbedder implements Measurement {
    private static final int SOURCES = 100;
    private static final int QUERIES = 200;
    private static final int HITS = 10;
    private static final long A_SEARCH_NANOS = 50_000_000;
    private static final int ROUNDS_ASIDE = 2;

    @Override
    public String title() {
        return "12. Change of the embedder on 20,000 passages while searching";
    }

    /// The bundled model's vectors, each coordinate at another place and some with the other sign.
    private static final class Rotated implements Embedder {
        private static final EmbeddingModel MODEL = new EmbeddingModel("rotated/int8", 384, 256);

        private final Embedder sound;
        private final List<Integer> places =
                new ArrayList<>(IntStream.range(0, MODEL.dimension()).boxed().toList());
        private final boolean[] turned = new boolean[MODEL.dimension()];

        Rotated(Embedder sound) {
            this.sound = sound;
            var random = new Random(7);
            Collections.shuffle(places, random);
            for (int i = 0; i < turned.length; i++) {
                turned[i] = random.nextBoolean();
            }
        }

        @Override
        public EmbeddingModel model() {
            return MODEL;
        }

        @Override
        public List<float[]> embed(List<String> texts) throws ProblemException {
            return sound.embed(texts).stream().map(this::rotated).toList();
        }

        private float[] rotated(float[] vector) {
            var rotated = new float[vector.length];
            for (int i = 0; i < vector.length; i++) {
                rotated[places.get(i)] = turned[i] ? -vector[i] : vector[i];
            }
            return rotated;
        }

        @Override
        public int[] countTokens(List<String> texts) throws ProblemException {
            return sound.countTokens(texts);
        }

        @Override
        public void close() {
            sound.close();
        }
    }

    private record Both(Path cache, EmbeddingModel bundled) implements Embedders {
        @Override
        public List<EmbeddingModel> available() {
            return List.of(bundled, Rotated.MODEL);
        }

        @Override
        public Embedder open(String model) {
            var sound = new OnnxEmbedder(cache, Bench.cores());
            return model.equals(bundled.id()) ? sound : new Rotated(sound);
        }
    }

    /// Searches at the pace of a person in a hurry and keeps what each query found first.
    private static final class Searching {
        private final Library library;
        private final List<String> queries;
        private final Map<String, List<Long>> first = new HashMap<>();
        private int failed;
        private int different;

        Searching(Library library, List<String> queries) {
            this.library = library;
            this.queries = queries;
        }

        /// Milliseconds of each search.
        List<Double> whileSo(BooleanSupplier so) {
            var took = new ArrayList<Double>();
            for (int i = 0; so.getAsBoolean(); i++) {
                long start = System.nanoTime();
                search(queries.get(i % queries.size()));
                took.add((System.nanoTime() - start) / 1e6);
                LockSupport.parkNanos(A_SEARCH_NANOS);
            }
            return took;
        }

        List<Double> rounds(int rounds) {
            int[] left = {rounds * queries.size()};
            return whileSo(() -> left[0]-- > 0);
        }

        private void search(String query) {
            try {
                var found =
                        library.searcher()
                                .search(Query.ofPlainText(query, Query.Mode.MEANING, HITS));
                var ids = found.hits().stream().map(hit -> hit.passage().id()).toList();
                var before = first.putIfAbsent(query, ids);
                different += before == null || before.equals(ids) ? 0 : 1;
            } catch (ProblemException | RuntimeException e) {
                failed++;
                Bench.tell("a search failed: " + e);
            }
        }
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var folder = bench.empty("twenty-thousand");
        try (var bundled = new OnnxEmbedder(bench.cache(), Bench.cores());
                var extractor = new IsolatedExtractor()) {
            var abilities =
                    new Abilities(
                            extractor,
                            new Both(bench.cache(), bundled.model()),
                            Abilities.Chat.NONE);
            try (var library = Library.open(folder, Library.Access.WRITE, abilities)) {
                SearchSpeed.fill(library, SOURCES, MadeText.from(bench, 8));
            }
            Clock first;
            try (var library = Library.open(folder, Library.Access.WRITE, abilities)) {
                first = Clock.of(() -> completed(library));
            }
            try (var library = Library.open(folder, Library.Access.WRITE, abilities)) {
                return figures(library, first, MadeText.from(bench, 9), bundled.model().id());
            }
        }
    }

    private static Library completed(Library library) throws ProblemException {
        SearchSpeed.complete(library);
        return library;
    }

    private static List<Figure> figures(Library library, Clock first, MadeText text, String bundled)
            throws Exception {
        var queries = IntStream.range(0, QUERIES).mapToObj(_ -> text.query()).toList();
        var searching = new Searching(library, queries);
        searching.rounds(1);
        var before = Sample.of(searching.rounds(ROUNDS_ASIDE));
        var embedding = library.embedding();
        var during = new ArrayList<Double>();
        var change =
                Clock.of(() -> {
                    embedding.change(Rotated.MODEL.id());
                    return during.addAll(searching.whileSo(() -> embedding.state().next() != null));
                });
        var after = Sample.of(searching.rounds(ROUNDS_ASIDE));
        var undone =
                Clock.of(() -> {
                    embedding.undo();
                    return searching.whileSo(() -> embedding.state().next() != null);
                });
        searching.rounds(1);
        if (!embedding.state().current().id().equals(bundled)) {
            throw new IllegalStateException("not undone: " + embedding.state());
        }
        var meanwhile = Sample.of(during);
        return List.of(
                Figure.of("passages", "%,d", library.passages().count()),
                Figure.of("seconds of the change while searching", "%.1f", change.wall()),
                Figure.of(
                        "the same against the first embedding without searches, by the clock",
                        "%.2f",
                        change.wall() / first.wall()),
                Figure.of("searches during the change", "%,d", during.size()),
                Figure.atMost(0, "searches that failed", searching.failed),
                Figure.atMost(0, "searches that found something else", searching.different),
                Figure.of("p95 ms before", "%.1f", before.percentile(95)),
                Figure.atMost(40, "p95 ms during", meanwhile.percentile(95)),
                Figure.of("p95 ms after", "%.1f", after.percentile(95)),
                Figure.of(
                        "p95 during and after, against before",
                        "%.2f, %.2f",
                        meanwhile.percentile(95) / before.percentile(95),
                        after.percentile(95) / before.percentile(95)),
                Figure.of("longest search during the change, ms", "%.0f", Collections.max(during)),
                Figure.of("seconds to undo it", "%.2f", undone.wall()));
    }
}
