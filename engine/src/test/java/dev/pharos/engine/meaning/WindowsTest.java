package dev.pharos.engine.meaning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;

import java.util.List;

final class WindowsTest {
    private static final float ROUNDING = 1e-5f;

    private final HashingEmbedder narrow = new HashingEmbedder("narrow", 64, 10);

    @Test
    void aTextWithinTheWindowIsReadAsItIs() throws ProblemException {
        var text = "The lamp is lit at dusk.";

        assertArrayEquals(
                narrow.embed(List.of(text)).getFirst(),
                Windows.embed(narrow, List.of(text)).getFirst());
    }

    @Test
    void theEndOfALongTextIsReadToo() throws ProblemException {
        var text = "harbour ".repeat(30);
        var vectors = Windows.embed(narrow, List.of(text, text + "submarine ".repeat(10)));

        var submarine = narrow.embed(List.of("submarine")).getFirst();
        assertTrue(
                EmbedderContract.dot(submarine, vectors.get(1))
                        > EmbedderContract.dot(submarine, vectors.get(0)) + 0.1);
    }

    @Test
    void everyVectorIsOfUnitLengthAndStandsAtItsTextsPlace() throws ProblemException {
        var texts = List.of("stone", "water ".repeat(50), "", "🌊".repeat(200), "stone");

        var vectors = Windows.embed(narrow, texts);

        assertEquals(texts.size(), vectors.size());
        assertArrayEquals(vectors.getFirst(), vectors.getLast());
        for (var vector : vectors) {
            assertEquals(1, EmbedderContract.dot(vector, vector), ROUNDING);
        }
    }
}
