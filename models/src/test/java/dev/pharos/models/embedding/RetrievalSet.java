package dev.pharos.models.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Documents, queries and judgements of a retrieval benchmark in the layout of BEIR (Thakur et al.,
/// 2021).
///
/// @param judgements gain by document id, by query id
public record RetrievalSet(
        List<Item> documents, List<Item> queries, Map<String, Map<String, Integer>> judgements) {

    /// @param title empty for a query
    public record Item(String id, String title, String text) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DEPTH = 10;

    /// Only the judged queries are read.
    public static RetrievalSet read(Path folder) throws IOException {
        var judgements = new HashMap<String, Map<String, Integer>>();
        for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (!cells[0].equals("query-id")) {
                judgements
                        .computeIfAbsent(cells[0], _ -> new HashMap<>())
                        .put(cells[1], Integer.valueOf(cells[2]));
            }
        }
        var queries = items(folder.resolve("queries.jsonl"));
        queries.removeIf(query -> !judgements.containsKey(query.id()));
        return new RetrievalSet(items(folder.resolve("corpus.jsonl")), queries, judgements);
    }

    private static List<Item> items(Path file) throws IOException {
        var items = new ArrayList<Item>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = JSON.readTree(line);
            items.add(
                    new Item(
                            node.path("_id").asText(),
                            node.path("title").asText(),
                            node.path("text").asText()));
        }
        return items;
    }

    /// The mean over all judged queries of nDCG@10 (Järvelin and Kekäläinen, 2002).
    ///
    /// @param search gives document ids, best first
    public double ndcg(Function<Item, List<String>> search) {
        return queries.stream()
                .mapToDouble(query ->
                        ndcg(judgements.getOrDefault(query.id(), Map.of()), search.apply(query)))
                .average()
                .orElseThrow();
    }

    private static double ndcg(Map<String, Integer> gains, List<String> found) {
        var ideal = gains.values().stream().sorted(Comparator.reverseOrder()).toList();
        return dcg(found.stream().map(id -> gains.getOrDefault(id, 0)).toList()) / dcg(ideal);
    }

    private static double dcg(List<Integer> gains) {
        return IntStream.range(0, Math.min(DEPTH, gains.size()))
                .mapToDouble(i -> gains.get(i) * Math.log(2) / Math.log(i + 2.0))
                .sum();
    }
}
