package dev.pharos.app.measure;

import dev.pharos.engine.search.Query;
import dev.pharos.models.embedding.RetrievalSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// nDCG@10 of the three modes on two test collections, through the command line: a file a document,
/// the queries as a file, the run in TREC's format.
final class Ranking implements Measurement {

    /// nDCG@10 of BM25 with stop words and a stemmer, as the collections' description gives it.
    private static final Map<String, Double> BM25 = Map.of("cisi", 0.396, "cacm", 0.500);

    @Override
    public String title() {
        return "5. nDCG@10 on CISI and CACM";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var collections = bench.shared("retrieval");
        if (collections.isEmpty()) {
            return List.of(Bench.lacking("retrieval"));
        }
        var figures = new ArrayList<Figure>();
        for (var name : List.of("cisi", "cacm")) {
            var set = RetrievalSet.read(collections.get().resolve(name));
            figures.addAll(measured(name, set, bench));
        }
        return figures;
    }

    private static List<Figure> measured(String name, RetrievalSet set, Bench bench)
            throws IOException, InterruptedException {
        var files = bench.empty("files");
        for (var document : set.documents()) {
            Files.writeString(
                    files.resolve(document.id() + ".txt"),
                    document.title() + "\n\n" + document.text());
        }
        var queries = bench.folder().resolve("queries.tsv");
        Files.write(
                queries,
                set.queries().stream()
                        .map(query -> query.id() + "\t" + query.text().replaceAll("\\s+", " "))
                        .toList());
        var pharos = new Launcher(bench);
        var library = bench.empty("ranking");
        pharos.run(library, "import", files.toString());
        Map<Query.Mode, Double> ndcg = new EnumMap<>(Query.Mode.class);
        for (var mode : Query.Mode.values()) {
            var run = bench.folder().resolve(name + "-" + word(mode) + ".run");
            Files.deleteIfExists(run);
            pharos.run(
                    library,
                    "search",
                    "--queries",
                    queries.toString(),
                    "--run",
                    run.toString(),
                    "--mode",
                    word(mode));
            var found = found(run);
            ndcg.put(mode, set.ndcg(query -> found.getOrDefault(query.id(), List.of())));
        }
        return figures(name, ndcg);
    }

    private static String word(Query.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static List<Figure> figures(String name, Map<Query.Mode, Double> ndcg) {
        double keyword = ndcg.getOrDefault(Query.Mode.KEYWORD, 0.0);
        double meaning = ndcg.getOrDefault(Query.Mode.MEANING, 0.0);
        double bm25 = BM25.getOrDefault(name, 0.0);
        double best = Math.max(bm25, Math.max(keyword, meaning));
        return List.of(
                Figure.of(name + ", BM25 of reference", "%.3f", bm25),
                Figure.of(name + ", keyword", "%.3f", keyword),
                Figure.of(name + ", meaning", "%.3f", meaning),
                Figure.atLeast(best, name + ", hybrid", ndcg.getOrDefault(Query.Mode.HYBRID, 0.0)));
    }

    /// Documents by query, best first.
    private static Map<String, List<String>> found(Path run) throws IOException {
        var found = new HashMap<String, List<String>>();
        for (var line : Files.readAllLines(run)) {
            var cells = line.split(" ", -1);
            found.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(cells[2]);
        }
        return found;
    }
}
