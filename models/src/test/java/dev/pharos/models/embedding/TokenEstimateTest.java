package dev.pharos.models.embedding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.answer.TokenEstimate;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/// The estimate against a real tokenizer of 30,000 pieces, fewer than any chat model of today has.
final class TokenEstimateTest {

    @TempDir static Path natives;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The tower of Pharos was about one hundred metres high, and sailors saw its fire from far away.",
                "Der Leuchtturm von Alexandria wurde unter Ptolemaios dem Ersten erbaut und war weithin sichtbar.",
                "Александрийский маяк был построен на острове Фарос около двухсот восьмидесятого года до нашей эры.",
                "アレクサンドリアの大灯台は、紀元前三世紀頃に建造された。",
                "for (int i = 0; i < 1_000_000; i++) { sum += a[i] * 3.14159; } // https://example.org/a?b=c",
                "4711 0815 1303-08-08T05:15:00Z +49 (30) 123456-78"
            })
    void aTextHasNotMoreTokensThanEstimated(String text) throws Exception {
        try (var embedder = new OnnxEmbedder(natives, 1)) {
            int counted = embedder.countTokens(List.of(text))[0];
            int estimate = TokenEstimate.of(text);
            assertTrue(counted <= estimate, counted + " tokens, estimated " + estimate);
        }
    }
}
