package dev.pharos.models.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.model.ModelInfo;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.embedding.OnnxEmbedder;
import dev.pharos.models.whisper.LocalSpeechModels;
import dev.pharos.models.whisper.WhisperSpeechToText;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/// The bundled models, tried for real; only the shelf is the test's.
class LocalModelTrialTest {

    @TempDir private static Path cache;
    private static WhisperSpeechToText speech;
    private static LocalModelTrial trial;

    private static final class Bundled implements Embedders {
        @Override
        public EmbeddingModel bundled() {
            return new OnnxEmbedder(cache, 1).model();
        }

        @Override
        public List<EmbeddingModel> available() {
            return List.of(bundled());
        }

        @Override
        public Embedder open(String model) {
            return new OnnxEmbedder(cache, 1);
        }
    }

    private static final class Shelf implements ModelShelf {
        @Override
        public List<Shelved> all() {
            return List.of();
        }

        @Override
        public Shelved find(String id) throws ProblemException {
            var kind =
                    switch (id.substring(0, id.indexOf('/'))) {
                        case "whisper" -> ModelKind.SPEECH;
                        case "embedding" -> ModelKind.EMBEDDING;
                        case "pack" -> ModelKind.PACK;
                        default -> throw new ProblemException(new Problem.UnknownModel(id));
                    };
            return new Shelved(
                    new ModelInfo(id, kind, id, List.of(), 0, List.of(), null, null, 0, false),
                    new Shelved.State.Absent(),
                    new Shelved.Fit(null, 0));
        }

        @Override
        public Shelved fetch(String id, Progress progress) throws ProblemException {
            return find(id);
        }

        @Override
        public Shelved add(Path fileOrFolder, Progress progress) throws ProblemException {
            return find(fileOrFolder.toString());
        }

        @Override
        public void remove(String id) {}

        @Override
        public void discard(String id) {}

        @Override
        public boolean mirrored() {
            return false;
        }

        @Override
        public Shelved verify(String id, Progress progress) throws ProblemException {
            return find(id);
        }

        @Override
        public Path folder() {
            return cache;
        }
    }

    @BeforeAll
    static void open() {
        speech = new WhisperSpeechToText(cache, () -> DeviceSettings.DEFAULT);
        trial =
                new LocalModelTrial(
                        new Shelf(),
                        new LocalSpeechModels(cache.resolve("none"), cache),
                        speech,
                        new Bundled());
    }

    @AfterAll
    static void close() {
        speech.close();
    }

    @Test
    void aSpeechModelHears() throws ProblemException {
        var outcome = trial.run("whisper/demo", Progress.NONE);
        assertTrue(outcome.speed() > 0 && outcome.loadMs() > 0, outcome::toString);
    }

    @Test
    void anEmbedderReads() throws ProblemException {
        var outcome = trial.run("embedding/all-MiniLM-L6-v2", Progress.NONE);
        assertEquals(Device.CPU, outcome.device());
        assertTrue(outcome.speed() > 0, outcome::toString);
    }

    @Test
    void aModelThatIsNotHereIsMissing() {
        var thrown =
                assertThrows(
                        ProblemException.class, () -> trial.run("whisper/absent", Progress.NONE));
        assertEquals(new Problem.MissingModel("absent", cache.resolve("none")), thrown.problem());
    }

    @Test
    void aCancelledTrialEndsAsCancelled() {
        var cancelled =
                new Progress() {
                    @Override
                    public void report(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        assertThrows(
                CancellationException.class,
                () -> trial.run("embedding/all-MiniLM-L6-v2", cancelled));
    }

    @Test
    void aDeviceIsKnownByItsName() {
        assertEquals(
                new Device(Device.Api.CUDA, 1, "NVIDIA H100"),
                WhisperSpeechToText.device("CUDA1: NVIDIA H100"));
    }
}
