package dev.pharos.engine.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.meaning.Vectors.Embedded;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/// More vectors than are compared exactly: chance, and among them some that lie near a query.
final class VectorIndexTest {
    private static final int MANY = VectorIndex.EXACT_LIMIT + 1_000;
    private static final int NEAR = 10;
    private static final int EVERY = MANY / NEAR;
    private static final EmbeddingModel MODEL = new EmbeddingModel("model/1", 64, 256);

    @TempDir Path temp;
    private final Random random = new Random(5);
    private final float[] query = direction();
    private final List<Embedded> all = new ArrayList<>();
    private VectorIndex index;

    @BeforeEach
    void fill() {
        index = new VectorIndex(temp, false, MODEL);
        for (int i = 0; i < MANY; i++) {
            boolean near = i % EVERY == 0;
            all.add(new Embedded(i, source(i), near ? near() : direction()));
        }
        index.add(all);
        index.commit();
    }

    @AfterEach
    void close() {
        index.close();
    }

    /// Of a hundred passages each.
    private static SourceId source(int passage) {
        return new SourceId(new UUID(1, passage / 100));
    }

    private float[] direction() {
        var vector = new float[MODEL.dimension()];
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    private float[] near() {
        float[] vector = direction();
        for (int d = 0; d < vector.length; d++) {
            vector[d] = query[d] + 0.7f * vector[d];
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    private double cosine(Embedded embedded) {
        double sum = 0;
        for (int d = 0; d < query.length; d++) {
            sum += query[d] * embedded.vector()[d];
        }
        return sum;
    }

    /// What comparing them all finds.
    private List<Long> nearest(int limit, Collection<SourceId> sources) {
        return all.stream()
                .filter(each -> sources.contains(each.source()))
                .sorted(Comparator.comparingDouble(this::cosine).reversed())
                .limit(limit)
                .map(Embedded::passage)
                .toList();
    }

    private static List<Long> passages(List<Found> found) {
        return found.stream().map(Found::passage).toList();
    }

    @Test
    void theNearestAreFoundInTheirOrder() {
        var every = all.stream().map(Embedded::source).collect(Collectors.toSet());

        assertEquals(nearest(NEAR, every), passages(index.nearest(query, NEAR, null)));
    }

    @Test
    void otherSourcesTakeNoPlacesWhereManyAreLookedAt() {
        var half =
                all.stream()
                        .map(Embedded::source)
                        .filter(source -> source.value().getLeastSignificantBits() % 2 == 0)
                        .collect(Collectors.toSet());

        assertEquals(nearest(4, half), passages(index.nearest(query, 4, half)));
    }

    @Test
    void otherSourcesTakeNoPlaces() {
        var few = List.of(source(150), source(7 * EVERY), source(MANY - 1));

        assertEquals(nearest(NEAR, few), passages(index.nearest(query, NEAR, few)));
    }
}
