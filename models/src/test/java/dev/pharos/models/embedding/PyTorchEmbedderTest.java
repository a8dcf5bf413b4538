package dev.pharos.models.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.model.DeviceChoice;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/// The real PyTorch, in its own process, on TorchScript that the test writes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PyTorchEmbedderTest extends NetworkEmbedderContract {

    @TempDir private static Path folder;

    private LocalEmbedders embedders;
    private @Nullable Embedder embedder;

    @BeforeAll
    void open() throws Exception {
        var shelf = new ModelFolders(folder, ModelFolders.TEST_CACHE);
        assumeTrue(
                shelf.torchPack().endsWith(Packs.torchName()),
                "PyTorch's libraries are not given out for this platform");
        shelf.torchMiniLm("minilm-torch");
        shelf.miniLm("minilm-onnx");
        embedders =
                new LocalEmbedders(
                        shelf.shelf(), ModelFolders.TEST_CACHE, () -> DeviceChoice.AUTO, 2);
        embedder = another();
    }

    @AfterAll
    void close() {
        if (embedder != null) {
            embedder.close();
        }
    }

    @Override
    protected Embedder embedder() {
        return Objects.requireNonNull(embedder);
    }

    @Override
    Embedder another() throws Exception {
        return embedders.open("minilm-torch");
    }

    @Test
    void givesTheVectorsOfOnnxRuntime() throws Exception {
        try (var onnx = embedders.open("minilm-onnx")) {
            var expected = onnx.embed(TEXTS);
            var found = embedder().embed(TEXTS);
            for (int i = 0; i < TEXTS.size(); i++) {
                double cosine = dot(expected.get(i), found.get(i));
                assertTrue(cosine > 0.9999, () -> "cosine " + cosine);
            }
        }
    }

    /// As PyTorch gives its own libraries for C++ out.
    @Test
    void computesWithTheFolderThatPyTorchItselfGivesOut(@TempDir Path another) throws Exception {
        var shelf = new ModelFolders(another, ModelFolders.TEST_CACHE);
        shelf.torchMiniLm("minilm-torch");
        shelf.torchFolder();
        var choice = (Supplier<DeviceChoice>) () -> DeviceChoice.AUTO;
        var locals = new LocalEmbedders(another, ModelFolders.TEST_CACHE, choice, 1);
        try (var fromFolder = locals.open("minilm-torch")) {
            var text = List.of(TEXTS.getFirst());
            var expected = embedder().embed(text).getFirst();
            assertTrue(dot(expected, fromFolder.embed(text).getFirst()) > 0.9999);
        }
    }

    @Test
    void isAmongTheModelsOfThisMachine() {
        assertEquals(
                List.of("all-MiniLM-L6-v2/int8", "minilm-onnx", "minilm-torch"),
                embedders.available().stream().map(model -> model.id()).toList());
    }
}
