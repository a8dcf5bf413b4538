package dev.pharos.app.measure;

import dev.pharos.app.Wiring;
import dev.pharos.engine.document.Document;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// How long a search takes in a library of 100,000 passages: warm, one thread, the embedding of the
/// query and the reading of the hits included. The library is made once and kept in
/// `target/measure/hundred-thousand`.
final class SearchSpeed implements Measurement {
    private static final int SOURCES = 500;
    static final int PASSAGES_A_SOURCE = 200;
    private static final int WORDS = 25;
    private static final int QUERIES = 300;
    private static final int HITS = 10;

    @Override
    public String title() {
        return "4. Search over 100,000 passages";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var folder = bench.folder().resolve("hundred-thousand");
        try (var wiring = bench.wiring()) {
            make(wiring, folder, bench);
            var figures = new ArrayList<Figure>();
            try (var library = wiring.open(folder, Library.Access.READ)) {
                figures.add(Figure.of("passages", "%,d", library.passages().count()));
                figures.add(Figure.of("index on disk, MB", "%d", size(folder.resolve("index"))));
                figures.add(Figure.of("whole library, MB", "%d", size(folder)));
                var text = MadeText.from(bench, 6);
                var queries = IntStream.range(0, QUERIES).mapToObj(_ -> text.query()).toList();
                var warmUp = IntStream.range(0, QUERIES).mapToObj(_ -> text.query()).toList();
                for (var mode : Query.Mode.values()) {
                    times(library, warmUp, mode, 40);
                    figures.addAll(times(library, queries, mode, 40));
                }
            }
            return figures;
        }
    }

    /// Goes on with what is there.
    static void make(Wiring wiring, Path folder, Bench bench) throws IOException, ProblemException {
        try (var library = wiring.open(folder, Library.Access.WRITE)) {
            fill(library, SOURCES, MadeText.from(bench, 5));
        }
        try (var library = wiring.open(folder, Library.Access.WRITE)) {
            complete(library);
        }
    }

    static List<Figure> times(Library library, List<String> queries, Query.Mode mode, double goal)
            throws ProblemException {
        var threads = ManagementFactory.getThreadMXBean();
        var wall = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        for (var query : queries) {
            long processor = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            library.searcher().search(Query.ofPlainText(query, mode, HITS));
            wall.add((System.nanoTime() - start) / 1e6);
            cpu.add((threads.getCurrentThreadCpuTime() - processor) / 1e6);
        }
        var clock = Sample.of(wall);
        var processor = Sample.of(cpu);
        var name = mode.name().toLowerCase(java.util.Locale.ROOT);
        return List.of(
                Figure.of(name + ", p50 ms", "%.1f", clock.median()),
                Figure.atMost(goal, name + ", p95 ms", clock.percentile(95)),
                Figure.of(
                        name + ", p50 and p95 ms of processor time of the thread that asks",
                        "%.1f, %.1f",
                        processor.median(),
                        processor.percentile(95)));
    }

    /// Sources of [#PASSAGES_A_SOURCE] made passages each; those that are there stay. Vectors and
    /// index are made when the library is opened again.
    static void fill(Library library, int sources, MadeText text) {
        int there = library.sources().count();
        for (int i = 0; i < sources; i++) {
            var revision = revision(i, text);
            if (i >= there) {
                library.sources().saveAll(List.of(revision));
            }
        }
    }

    private static Sources.Revision revision(int number, MadeText text) {
        var chunks = new ArrayList<Sources.Chunk>();
        var whole = new StringBuilder();
        for (int i = 0; i < PASSAGES_A_SOURCE; i++) {
            var words = text.text(WORDS);
            int start = whole.length();
            whole.append(words).append('\n');
            var place = new Place(null, null, i + 1, null, null, start, start + words.length());
            chunks.add(new Sources.Chunk(place, words, "en"));
        }
        return revision(number, whole.toString(), chunks);
    }

    static Sources.Revision revision(int number, String whole, List<Sources.Chunk> chunks) {
        var name = "made-%03d".formatted(number);
        var document =
                new Document(
                        "text/plain",
                        SourceKind.TEXT,
                        name,
                        List.of(),
                        null,
                        null,
                        "en",
                        whole,
                        List.of(),
                        List.of(),
                        Set.of(),
                        Map.of(),
                        true);
        return new Sources.Revision(source(number, document), document, chunks, Map.of());
    }

    private static Source source(int number, Document document) {
        return new Source(
                new SourceId(new UUID(1, number)),
                document.kind(),
                document.title(),
                Path.of(document.title() + ".txt").toAbsolutePath(),
                1,
                "%064x".formatted(number),
                document.text().length(),
                document.mediaType(),
                document.language(),
                List.of(),
                Set.of(),
                null,
                null,
                Instant.EPOCH,
                PASSAGES_A_SOURCE);
    }

    /// Waits for the vectors and tells how far they are.
    static void complete(Library library) throws ProblemException {
        long start = System.nanoTime();
        int before = library.meaning().state().embedded();
        library.meaning()
                .await(
                        new Progress() {
                            private long told = System.nanoTime();

                            @Override
                            public void report(long done, long total) {
                                double seconds = (System.nanoTime() - start) / 1e9;
                                if (done > before && System.nanoTime() - told > 10e9) {
                                    told = System.nanoTime();
                                    Bench.tell(
                                            "vectors: %,d of %,d, about %.0f s to go"
                                                    .formatted(
                                                            done,
                                                            total,
                                                            seconds
                                                                    * (total - done)
                                                                    / (done - before)));
                                }
                            }

                            @Override
                            public boolean cancelled() {
                                return false;
                            }
                        });
    }

    static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
        }
    }
}
