package dev.pharos.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.models.embedding.OnnxEmbedder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class RuntimeInfoTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path cache;

    @Test
    void workingRuntimesHaveVersionsAndTimes() {
        try (var embedder = new OnnxEmbedder(cache, 1)) {
            var info = RuntimeInfo.of(embedder);
            assertTrue(info.onnxRuntime().matches("1\\.\\d+\\.\\d+"), info.onnxRuntime());
            assertTrue(info.tokenizers().matches("0\\.\\d+\\.\\d+"), info.tokenizers());
            assertNotNull(info.load());
            assertNotNull(info.embed());
            assertNull(info.problem());
        }
    }

    @Test
    void aModelThatCannotBeLoadedIsReported() throws Exception {
        Path notAFolder = Files.createTempFile(cache, "not-a", "folder");
        try (var embedder = new OnnxEmbedder(notAFolder, 1)) {
            var info = RuntimeInfo.of(embedder);
            assertNull(info.load());
            assertEquals(Problem.ModelUnavailable.class, assertNotNullProblem(info).getClass());
        }
    }

    private static Problem assertNotNullProblem(RuntimeInfo info) {
        var problem = info.problem();
        assertNotNull(problem);
        return problem;
    }
}
