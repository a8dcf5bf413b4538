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
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;

/// More vectors than are compared exactly: chance, and among them some that lie near a query, each
/// a little farther from it than the one before.
final class VectorIndexTest {
    private static final int MANY = VectorIndex.EXACT_LIMIT + 1_000;
    private static final int NEAR = 10;
    private static final int EVERY = MANY / NEAR;
    private static final EmbeddingModel MODEL = new EmbeddingModel("model/1", 64, 256);

    @TempDir Path temp;
    private final Random random = new Random(5);
    private final float[] query = direction();
    private VectorIndex index;

    @BeforeEach
    void fill() {
        index = new VectorIndex(temp, false, MODEL);
        var all = new ArrayList<Embedded>();
        for (int i = 0; i < MANY; i++) {
            boolean near = i % EVERY == 0;
            all.add(new Embedded(i, source(i), near ? near(i / EVERY) : direction()));
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

    private float[] near(int rank) {
        float[] vector = direction();
        for (int d = 0; d < vector.length; d++) {
            vector[d] = query[d] + (0.2f + 0.05f * rank) * vector[d];
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

    private static List<Long> passages(List<Found> found) {
        return found.stream().map(Found::passage).toList();
    }

    @Test
    void theNearestAreFoundInTheirOrder() {
        var found = index.nearest(query, NEAR, null);

        assertEquals(
                LongStream.range(0, NEAR).map(i -> i * EVERY).boxed().toList(), passages(found));
    }

    @Test
    void otherSourcesTakeNoPlaces() {
        int third = 3 * EVERY;
        int seventh = 7 * EVERY;

        var found = index.nearest(query, 2, List.of(source(seventh), source(third)));

        assertEquals(List.of((long) third, (long) seventh), passages(found));
    }
}
