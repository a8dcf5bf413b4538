package dev.pharos.app.measure;

import dev.pharos.app.Wiring;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.embedding.OnnxEmbedder;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A library of a million passages, grown from the one that [SearchSpeed] makes: how large it is,
/// how long its index takes, how fast it is searched cold and warm, how much of what is nearest is
/// found, and what [WhileImporting] measures on it. What is made stays in `target/measure/grown-…`;
/// what a stopped run has made is gone on with.
final class Million implements Measurement {
    /// Another number of passages makes another library.
    private static final String SIZE = "PHAROS_PASSAGES";

    private static final int QUERIES = 300;
    private static final int COLD_QUERIES = 30;
    private static final int HITS = 10;

    /// What still feels at once while one types.
    private static final double P95_GOAL = 100;

    private final int passages = Integer.parseInt(System.getenv().getOrDefault(SIZE, "1000000"));

    @Override
    public String title() {
        return "17. Search over %,d passages".formatted(passages);
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var folder = bench.folder().resolve("grown-" + passages);
        var figures = new ArrayList<Figure>();
        try (var wiring = bench.wiring()) {
            figures.addAll(told(make(bench, wiring, folder)));
        }
        var text = MadeText.from(bench, 6);
        var queries = IntStream.range(0, QUERIES).mapToObj(_ -> text.query()).toList();
        try (var wiring = bench.wiring()) {
            for (var mode : Query.Mode.values()) {
                figures.addAll(told(List.of(cold(wiring, folder, mode, queries))));
            }
            figures.addAll(told(warm(bench, wiring, folder, queries)));
        }
        try (var wiring = bench.wiring();
                var library = wiring.openAtOnce(folder)) {
            library.awaitIndex(Progress.NONE);
            figures.addAll(told(new WhileImporting(bench, library, queries).figures()));
        }
        figures.add(command(bench, folder, queries.getFirst()));
        return figures;
    }

    /// It takes long.
    private static List<Figure> told(List<Figure> figures) {
        figures.forEach(figure -> Bench.tell(figure.row()));
        return figures;
    }

    private List<Figure> make(Bench bench, Wiring wiring, Path folder) throws Exception {
        var small = bench.folder().resolve("hundred-thousand");
        var database = folder.resolve("pharos.db");
        var made = bench.folder().resolve("grown-%d.made".formatted(passages));
        if (!Files.exists(made)) {
            SearchSpeed.make(wiring, small, bench);
            EmbeddingModel model;
            try (var library = wiring.open(folder, Library.Access.WRITE)) {
                model = library.embedding().state().current();
            }
            new GrownPassages(small, model).fill(folder, passages, model);
            Files.createFile(made);
        }
        Clock[] built = {new Clock(0, 0)};
        var opened =
                Clock.of(() -> {
                    try (var library = wiring.openAtOnce(folder)) {
                        built[0] =
                                Clock.of(() -> {
                                    library.awaitIndex(Progress.NONE);
                                    return library;
                                });
                    }
                    return folder;
                });
        return List.of(
                Figure.of("passages", "%,d", passages),
                Figure.of(
                        "seconds until the index had what it lacked, and of processor time",
                        "%.1f, %.1f",
                        built[0].wall(),
                        built[0].cpu()),
                Figure.of("seconds to open, complete and close it", "%.1f", opened.wall()),
                Figure.of("database, MB", "%,d", SearchSpeed.size(database)),
                Figure.of(
                        "index, of words and of vectors, MB",
                        "%,d, %,d",
                        SearchSpeed.size(folder.resolve("index/words")),
                        SearchSpeed.size(folder.resolve("index"))
                                - SearchSpeed.size(folder.resolve("index/words"))));
    }

    /// The first queries after nothing of the library is in memory. The embedder has been used.
    private static Figure cold(Wiring wiring, Path folder, Query.Mode mode, List<String> queries)
            throws Exception {
        forget(folder);
        try (var library = wiring.open(folder, Library.Access.READ)) {
            var took = new ArrayList<Double>();
            for (var query : queries.subList(0, COLD_QUERIES)) {
                took.add(Clock.of(() -> search(library, query, mode)).wall() * 1e3);
            }
            var sample = Sample.of(took);
            return Figure.of(
                    name(mode) + ", cold: the first, p50 and p95 of %d, ms".formatted(COLD_QUERIES),
                    "%.0f, %.1f, %.1f",
                    took.getFirst(),
                    sample.median(),
                    sample.percentile(95));
        }
    }

    /// Lets the system forget what it keeps in memory of files that nobody has open.
    private static void forget(Path folder) throws IOException, InterruptedException {
        new ProcessBuilder("sync").start().waitFor();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            }
        }
    }

    private List<Figure> warm(Bench bench, Wiring wiring, Path folder, List<String> queries)
            throws Exception {
        var figures = new ArrayList<Figure>();
        try (var library = wiring.open(folder, Library.Access.READ)) {
            for (var mode : Query.Mode.values()) {
                SearchSpeed.times(library, queries, mode, P95_GOAL);
                figures.addAll(SearchSpeed.times(library, queries, mode, P95_GOAL));
            }
            figures.add(recall(bench, library, queries));
            System.gc();
            var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
            figures.add(
                    Figure.of(
                            "memory after these: heap in use; resident without mapped files; mapped, MB",
                            "%d; %d; %,d",
                            heap,
                            resident("RssAnon"),
                            resident("RssFile")));
        }
        return figures;
    }

    private static long resident(String kind) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(kind))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .sum();
    }

    private static Object search(Library library, String query, Query.Mode mode)
            throws ProblemException {
        return library.searcher().search(Query.ofPlainText(query, mode, HITS));
    }

    private Figure recall(Bench bench, Library library, List<String> queries) throws Exception {
        var vectors = new ArrayList<float[]>();
        try (var embedder = new OnnxEmbedder(bench.cache(), 1)) {
            for (var query : queries) {
                vectors.add(embedder.embedQuery(query));
            }
        }
        var model = library.embedding().state().current();
        var kept = bench.folder().resolve("nearest-" + passages);
        var exact = ExactNeighbours.of(kept, library.folder(), model, vectors);
        double sum = 0;
        for (int i = 0; i < queries.size(); i++) {
            var asked = Query.ofPlainText(queries.get(i), Query.Mode.MEANING, ExactNeighbours.K);
            var hits = library.searcher().search(asked).hits();
            sum += exact.recall(i, hits.stream().map(hit -> hit.passage().id()).toList());
        }
        return Figure.atLeast(0.98, "meaning, recall@10 against all", sum / queries.size());
    }

    private static Figure command(Bench bench, Path folder, String query) throws Exception {
        var took = new ArrayList<Double>();
        long[] peak = {0};
        for (int i = 0; i < 3; i++) {
            took.add(
                    Clock.of(
                                    () -> {
                                        peak[0] =
                                                new Launcher(bench)
                                                        .run(folder, "search", query)
                                                        .peak();
                                        return peak;
                                    })
                            .wall());
        }
        return Figure.of(
                "`./pharos search`, median seconds of three; resident with mapped files, MB",
                "%.1f; %,d",
                Sample.of(took).median(),
                peak[0]);
    }

    private static String name(Query.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
