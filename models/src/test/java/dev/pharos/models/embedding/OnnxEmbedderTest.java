package dev.pharos.models.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.models.natives.UnpackedResources;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The real model, the real runtime.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxEmbedderTest extends NetworkEmbedderContract {

    // natives stay loaded until the JVM ends, and Windows does not delete a loaded library
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path cache;

    private OnnxEmbedder embedder;

    @BeforeAll
    void open() {
        embedder = new OnnxEmbedder(cache, 2);
    }

    @AfterAll
    void close() {
        embedder.close();
    }

    @Override
    protected Embedder embedder() {
        return embedder;
    }

    @Override
    Embedder another() {
        return new OnnxEmbedder(cache, 2);
    }

    @Test
    void aParaphraseIsCloserThanAStranger() throws ProblemException {
        var vectors =
                embedder.embed(
                        List.of(
                                "How do I grow tomatoes on a balcony?",
                                "Raising vegetables in pots at home",
                                "The central bank left interest rates unchanged."));
        assertTrue(dot(vectors.get(0), vectors.get(1)) > dot(vectors.get(0), vectors.get(2)) + 0.3);
    }

    @Test
    void wordPiecesAreCountedWithoutSpecialTokens() throws ProblemException {
        int[] counts = embedder.countTokens(List.of("sea", "the lighthouse keeper", "embeddings"));
        assertEquals(List.of(1, 3, 4), List.of(counts[0], counts[1], counts[2]));
    }

    @Test
    void aDamagedCopyOfTheWeightsIsReplaced() throws Exception {
        var resources = new UnpackedResources(Files.createTempDirectory(cache, "again"));
        Path weights = resources.file(PackagedModel.MINILM.weights());
        byte[] honest = Files.readAllBytes(weights);
        byte[] damaged = honest.clone();
        damaged[honest.length / 2] ^= 1;
        Files.write(weights, damaged);
        assertEquals(weights, resources.file(PackagedModel.MINILM.weights()));
        assertEquals(-1, Files.mismatch(weights, Files.write(cache.resolve("honest"), honest)));
    }

    /// The builds from 1.29.0 on report to their maker; see ADR 0003.
    @Test
    void theRuntimeKnowsNoCollectorOfUsageData() throws Exception {
        embedder.embed(List.of("anything"));
        String library = System.mapLibraryName("onnxruntime");
        try (var files = Files.walk(cache)) {
            var file = files.filter(path -> path.endsWith(library)).findFirst().orElseThrow();
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertTrue(content.contains("onnxruntime"));
            assertFalse(content.contains("events.data.microsoft.com"));
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsAProblem() throws Exception {
        Path file = Files.createTempFile(cache, "not-a", "folder");
        try (var broken = new OnnxEmbedder(file, 1)) {
            var thrown =
                    assertThrows(ProblemException.class, () -> broken.embed(List.of("anything")));
            assertTrue(
                    thrown.problem() instanceof Problem.ModelUnavailable(var model, _)
                            && model.equals(broken.model().id()),
                    thrown::getMessage);
        }
    }
}
