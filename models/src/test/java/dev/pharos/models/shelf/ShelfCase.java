package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.model.DownloadSettings;
import dev.pharos.engine.model.ModelInfo.RemoteFile;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.shelf.Catalogue.Entry;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A shelf without a network, and models that its owner has at hand.
abstract class ShelfCase {
    static final String TOKENIZER = "{\"version\":\"1.0\",\"model\":{\"vocab\":{}}}";

    @TempDir Path folder;

    @TempDir Path brought;

    byte[] whisper = {};

    Path demo = Path.of("");

    @BeforeEach
    void aRealModelIsAtHand() throws IOException {
        try (var bytes =
                ShelfCase.class.getResourceAsStream("/dev/pharos/models/whisper/ggml-demo.bin")) {
            whisper = bytes == null ? whisper : bytes.readAllBytes();
        }
        demo = Files.write(brought.resolve("my talk (1).bin"), whisper);
    }

    LocalModelShelf shelf(Entry... entries) {
        return TestShelf.of(folder, TestShelf.IMPATIENT, DownloadSettings.DEFAULT, entries);
    }

    static Entry speech(String name, long bytes, @Nullable String sha256) {
        var file =
                new RemoteFile("ggml-" + name + ".bin", "https://models.invalid/x", bytes, sha256);
        return TestShelf.entry("whisper/" + name, ModelKind.SPEECH, file);
    }

    static Shelved add(LocalModelShelf shelf, Path file) throws ProblemException {
        return shelf.add(file, Progress.NONE);
    }

    static Problem problem(Executable work) {
        return assertThrows(ProblemException.class, work).problem();
    }

    static State.Present present(Shelved shelved) {
        return assertInstanceOf(State.Present.class, shelved.state());
    }

    /// A file with the outermost fields of an ONNX model.
    static byte[] onnx(int graph) {
        var bytes = new byte[graph + 6];
        bytes[0] = 1 << 3;
        bytes[1] = 8;
        bytes[2] = 7 << 3 | 2;
        bytes[3] = (byte) (graph & 0x7F | 0x80);
        bytes[4] = (byte) (graph >> 7 & 0x7F | 0x80);
        bytes[5] = (byte) (graph >> 14);
        return bytes;
    }

    Path embedder(String name) throws IOException {
        Path model = Files.createDirectories(brought.resolve(name).resolve("onnx"));
        Files.write(model.resolve("model.onnx"), onnx(5_000));
        Files.writeString(brought.resolve(name).resolve("tokenizer.json"), TOKENIZER);
        facts(brought.resolve(name), 384, "mean");
        return brought.resolve(name);
    }

    static void facts(Path model, int dimension, String pooling) throws IOException {
        Files.writeString(
                model.resolve("pharos.json"),
                "{\"dimension\":%d,\"maxTokens\":128,\"pooling\":\"%s\"}"
                        .formatted(dimension, pooling));
    }
}
