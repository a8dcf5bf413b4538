package dev.pharos.engine.meaning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// The promises of [Embedder]; each implementation's test extends this.
public abstract class EmbedderContract {

    /// The bits in which two runs of one network may differ.
    private static final float ROUNDING = 1e-5f;

    protected static final List<String> TEXTS =
            List.of(
                    "Lighthouses",
                    "",
                    "The lamp of the lighthouse is lit every evening at dusk.",
                    "Маяк виден за двадцать миль.",
                    "keeper ".repeat(120),
                    "🌊 \u0000 \t\n ﷽");

    /// The same one for the whole test class; whoever made it closes it.
    protected abstract Embedder embedder();

    @Test
    public void everyTextHasAUnitVectorOfTheModelsDimension() throws ProblemException {
        for (float[] vector : embedder().embed(TEXTS)) {
            assertEquals(embedder().model().dimension(), vector.length);
            assertEquals(1, dot(vector, vector), ROUNDING);
        }
    }

    @Test
    public void noTextsHaveNoVectors() throws ProblemException {
        assertEquals(List.of(), embedder().embed(List.of()));
        assertEquals(0, embedder().countTokens(List.of()).length);
    }

    @Test
    public void aVectorDoesNotDependOnItsNeighbours() throws ProblemException {
        var together = embedder().embed(TEXTS);
        for (int i = 0; i < TEXTS.size(); i++) {
            var alone = embedder().embed(List.of(TEXTS.get(i))).getFirst();
            assertArrayEquals(alone, together.get(i), ROUNDING);
        }
    }

    @Test
    public void manyTextsKeepTheirOrder() throws ProblemException {
        var many = IntStream.range(0, 300).mapToObj(i -> TEXTS.get(i % TEXTS.size())).toList();
        var vectors = embedder().embed(many);
        var few = embedder().embed(TEXTS);
        for (int i = 0; i < many.size(); i++) {
            assertArrayEquals(few.get(i % TEXTS.size()), vectors.get(i), ROUNDING);
        }
    }

    @Test
    public void threadsDoNotDisturbEachOther() throws Exception {
        var expected = embedder().embed(TEXTS);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var calls = new ArrayList<Callable<List<float[]>>>();
            for (int i = 0; i < 16; i++) {
                calls.add(() -> embedder().embed(TEXTS));
            }
            for (var call : threads.invokeAll(calls)) {
                for (int i = 0; i < TEXTS.size(); i++) {
                    assertArrayEquals(expected.get(i), call.get().get(i), ROUNDING);
                }
            }
        }
    }

    @Test
    public void textBeyondTheWindowIsNotSeen() throws ProblemException {
        String window = "keeper ".repeat(embedder().model().maxTokens());
        var vectors = embedder().embed(List.of(window, window + "submarine"));
        assertArrayEquals(vectors.get(0), vectors.get(1), ROUNDING);
    }

    @Test
    public void tokensAreCountedBeyondTheWindow() throws ProblemException {
        int beyond = 3 * embedder().model().maxTokens();
        int[] counts = embedder().countTokens(List.of("", "sea ".repeat(beyond), "sea"));
        assertEquals(0, counts[0]);
        assertTrue(counts[1] >= beyond, () -> counts[1] + " tokens");
        assertTrue(counts[2] > 0 && counts[2] < counts[1], () -> counts[2] + " tokens");
    }

    protected static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> (double) a[i] * b[i]).sum();
    }
}
