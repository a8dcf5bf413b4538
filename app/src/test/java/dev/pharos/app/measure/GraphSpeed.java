package dev.pharos.app.measure;

import dev.pharos.engine.document.Link;
import dev.pharos.engine.graph.Layout;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.MadeNote;
import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteSources;
import dev.pharos.engine.storage.SqliteVectors;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// How long it takes to find what belongs together in libraries of 5,000 and of 20,000 notes, and
/// to give each its place. The notes link as notes do; their vectors are made: chance around sixty
/// directions.
final class GraphSpeed implements Measurement {
    private static final int FIELDS = 60;
    private static final int LINKS = 3;
    private static final float NEAR = 0.55f;
    private static final int STEP = 2_000;

    @Override
    public String title() {
        return "12. The graph of 5,000 and of 20,000 notes";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var figures = new ArrayList<Figure>();
        for (int notes : List.of(5_000, 20_000)) {
            figures.addAll(of(bench, notes));
        }
        return figures;
    }

    private static List<Figure> of(Bench bench, int notes) throws Exception {
        var folder = bench.empty("graph-" + notes);
        try (var wiring = bench.wiring()) {
            EmbeddingModel model;
            try (var library = wiring.open(folder, Library.Access.WRITE)) {
                model = library.embedding().state().current();
            }
            fill(folder, notes, model);
            try (var library = wiring.open(folder, Library.Access.WRITE)) {
                var first = Clock.of(() -> library.relations().graph(Progress.NONE));
                var again = Clock.of(() -> library.relations().graph(Progress.NONE));
                var graph = library.relations().graph(Progress.NONE);
                var layout = new Layout(graph, Map.of());
                var settling =
                        Clock.of(() -> {
                            while (!layout.settled()) {
                                layout.step();
                            }
                            return layout.placed();
                        });
                var name = "%,d notes, ".formatted(notes);
                return List.of(
                        Figure.of(name + "edges", "%,d", graph.edges().size()),
                        Figure.of(name + "seconds to the first graph", "%.1f", first.wall()),
                        Figure.of(name + "seconds of processor time", "%.1f", first.cpu()),
                        Figure.of(name + "seconds to the next one", "%.2f", again.wall()),
                        Figure.of(name + "seconds until it is settled", "%.1f", settling.wall()));
            }
        }
    }

    private static void fill(Path folder, int notes, EmbeddingModel model) {
        var random = new Random(7);
        try (var database = Database.open(folder.resolve("pharos.db"), false)) {
            new SqliteSources(database)
                    .saveAll(
                            IntStream.range(0, notes)
                                    .mapToObj(number -> revision(number, random))
                                    .toList());
            addVectors(new SqliteVectors(database), model, random);
        }
    }

    /// Gives each passage one by chance around sixty directions.
    static void addVectors(SqliteVectors vectors, EmbeddingModel model, Random random) {
        var fields =
                IntStream.range(0, FIELDS)
                        .mapToObj(_ -> direction(random, model.dimension()))
                        .toList();
        for (var some = vectors.missing(model, -1, STEP);
                !some.isEmpty();
                some = vectors.missing(model, -1, STEP)) {
            vectors.saveAll(
                    model, some.stream().map(each -> vector(each, fields, random)).toList());
        }
    }

    private static float[] direction(Random random, int dimension) {
        var vector = new float[dimension];
        double square = 0;
        for (int d = 0; d < dimension; d++) {
            vector[d] = (float) random.nextGaussian();
            square += vector[d] * vector[d];
        }
        for (int d = 0; d < dimension; d++) {
            vector[d] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    private static Vectors.Embedded vector(
            Passages.Titled titled, List<float[]> fields, Random random) {
        var passage = titled.passage();
        var field = fields.get((int) (passage.source().value().getLeastSignificantBits() % FIELDS));
        var vector = direction(random, field.length);
        for (int d = 0; d < vector.length; d++) {
            vector[d] = NEAR * field[d] + (1 - NEAR) * vector[d];
        }
        return new Vectors.Embedded(passage.id(), passage.source(), vector);
    }

    private static Sources.Revision revision(int number, Random random) {
        var links = new ArrayList<Link>();
        for (int i = 0; number > 0 && i < LINKS; i++) {
            int to = (int) (random.nextDouble() * random.nextDouble() * number);
            links.add(MadeNote.linkTo(to));
        }
        var tags = random.nextInt(3) == 0 ? Set.of("field" + number % FIELDS) : Set.<String>of();
        return new MadeNote(number, "Note " + number, links, tags, null).revision();
    }
}
