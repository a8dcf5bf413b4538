package dev.pharos.app.measure;

import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteVectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The passages that are nearest to some queries, found by comparing each with every vector in the
/// database.
///
/// @param byQuery ids, in the order of the queries
record ExactNeighbours(List<Set<Long>> byQuery) {
    static final int K = 10;
    private static final int STEP = 2_000;

    private record Near(long passage, double cosine) {}

    /// @param kept what an earlier run has found for the same queries, or where to keep it
    static ExactNeighbours of(Path kept, Path library, EmbeddingModel model, List<float[]> queries)
            throws IOException {
        if (!Files.exists(kept)) {
            Files.write(
                    kept,
                    search(library, model, queries).stream()
                            .map(near ->
                                    near.stream()
                                            .map(each -> Long.toString(each.passage()))
                                            .collect(Collectors.joining(" ")))
                            .toList());
        }
        return new ExactNeighbours(
                Files.readAllLines(kept).stream()
                        .map(line ->
                                Stream.of(line.split(" "))
                                        .map(Long::valueOf)
                                        .collect(Collectors.toSet()))
                        .toList());
    }

    private static List<PriorityQueue<Near>> search(
            Path library, EmbeddingModel model, List<float[]> queries) {
        var nearest = new ArrayList<PriorityQueue<Near>>();
        queries.forEach(
                _ -> nearest.add(new PriorityQueue<>(Comparator.comparingDouble(Near::cosine))));
        try (var database = Database.open(library.resolve("pharos.db"), true)) {
            var vectors = new SqliteVectors(database);
            for (var some = vectors.after(model, 0, STEP); !some.isEmpty(); ) {
                for (int q = 0; q < queries.size(); q++) {
                    compare(queries.get(q), some, nearest.get(q));
                }
                some = vectors.after(model, some.getLast().passage(), STEP);
            }
        }
        return nearest;
    }

    private static void compare(
            float[] query, List<Vectors.Embedded> some, PriorityQueue<Near> nearest) {
        for (var each : some) {
            double cosine = cosine(query, each.vector());
            if (nearest.size() < K) {
                nearest.add(new Near(each.passage(), cosine));
            } else if (cosine > nearest.element().cosine()) {
                nearest.remove();
                nearest.add(new Near(each.passage(), cosine));
            }
        }
    }

    /// Of unit-length vectors. Four sums at once are about four times as fast.
    private static double cosine(float[] a, float[] b) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int d = 0; d + 3 < a.length; d += 4) {
            first += a[d] * b[d];
            second += a[d + 1] * b[d + 1];
            third += a[d + 2] * b[d + 2];
            fourth += a[d + 3] * b[d + 3];
        }
        return first + second + third + fourth;
    }

    /// How much of what is nearest to a query was found, from 0 to 1.
    double recall(int query, List<Long> found) {
        var there = found.stream().limit(K).filter(byQuery.get(query)::contains).count();
        return (double) there / byQuery.get(query).size();
    }
}
