package dev.pharos.models.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.model.DeviceChoice;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// The real PyTorch, in its own process, on TorchScript that the test writes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PyTorchEmbedderTest extends NetworkEmbedderContract {

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private LocalEmbedders embedders;
    private Embedder embedder;

    @BeforeAll
    void open() throws Exception {
        var shelf = new ModelFolders(folder.resolve("models"));
        shelf.torchPack();
        shelf.torchMiniLm("minilm-torch");
        shelf.miniLm("minilm-onnx");
        embedders =
                new LocalEmbedders(
                        shelf.shelf(), folder.resolve("cache"), () -> DeviceChoice.AUTO, 2);
        embedder = another();
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
    Embedder another() throws Exception {
        return embedders.open("minilm-torch");
    }

    @Test
    void givesTheVectorsOfOnnxRuntime() throws Exception {
        try (var onnx = embedders.open("minilm-onnx")) {
            var expected = onnx.embed(TEXTS);
            var found = embedder.embed(TEXTS);
            for (int i = 0; i < TEXTS.size(); i++) {
                double cosine = dot(expected.get(i), found.get(i));
                assertTrue(cosine > 0.9999, () -> "cosine " + cosine);
            }
        }
    }

    @Test
    void isAmongTheModelsOfThisMachine() {
        assertEquals(
                List.of("all-MiniLM-L6-v2/int8", "minilm-onnx", "minilm-torch"),
                embedders.available().stream().map(model -> model.id()).toList());
    }
}
