package dev.pharos.models.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import dev.pharos.engine.work.Cancelled;
import dev.pharos.engine.work.Noticing;
import dev.pharos.engine.work.Progress;
import dev.pharos.models.embedding.OnnxEmbedder;
import dev.pharos.models.whisper.LocalSpeechModels;
import dev.pharos.models.whisper.WhisperSpeechToText;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

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
        public Shelved fetch(String id, boolean force, Progress progress) throws ProblemException {
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
        assertThrows(
                CancellationException.class,
                () -> trial.run("embedding/all-MiniLM-L6-v2", new Cancelled()));
    }

    /// An embedder of which the rest is the bundled one's.
    private static LocalModelTrial trialOf(Embedder embedder) {
        return new LocalModelTrial(
                new Shelf(),
                new LocalSpeechModels(cache.resolve("none"), cache),
                speech,
                new Embedders() {
                    @Override
                    public EmbeddingModel bundled() {
                        return embedder.model();
                    }

                    @Override
                    public List<EmbeddingModel> available() {
                        return List.of(embedder.model());
                    }

                    @Override
                    public Embedder open(String model) {
                        return embedder;
                    }
                });
    }

    @Test
    void thatTheGpuFailedIsPartOfTheOutcome() throws ProblemException {
        var failed = new Problem.DeviceFailed("GPU 0", "out of memory");
        var told = new ArrayList<Problem>();
        var outcome = trialOf(new Fallen(failed)).run("embedding/any", new Noticing(told));
        assertEquals(failed, outcome.notice());
        assertEquals(List.of(failed), told);
    }

    @Test
    @Timeout(300)
    void anEmbedderThatHangsCanBeCancelled() {
        var hanging = new Hanging();
        var cancelled =
                new Progress() {
                    @Override
                    public void report(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return hanging.asked.getCount() == 0;
                    }
                };
        assertThrows(
                CancellationException.class,
                () -> trialOf(hanging).run("embedding/any", cancelled));
    }

    /// Works on the CPU, since the GPU has failed.
    private static final class Fallen extends Doing {
        private final Problem.DeviceFailed why;

        Fallen(Problem.DeviceFailed why) {
            this.why = why;
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            return texts.stream().map(_ -> new float[] {1}).toList();
        }

        @Override
        public Problem.DeviceFailed notice() {
            return why;
        }
    }

    /// Waits for another process until it is hung up on.
    private static final class Hanging extends Doing {
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch hungUp = new CountDownLatch(1);

        @Override
        public List<float[]> embed(List<String> texts) throws ProblemException {
            asked.countDown();
            try {
                hungUp.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            throw new ProblemException(new Problem.ModelUnavailable("any", "ended"));
        }

        @Override
        public void hangUp() {
            hungUp.countDown();
        }
    }

    private abstract static class Doing implements Embedder {
        @Override
        public EmbeddingModel model() {
            return new EmbeddingModel("any", 1, 8);
        }

        @Override
        public int[] countTokens(List<String> texts) {
            return new int[texts.size()];
        }

        @Override
        public void close() {}
    }

    @Test
    void whatWaitsForItsTurnIsNotMeasured() throws ProblemException {
        var limited = new Limited(Progress.NONE, Duration.ofMillis(1));
        long worked =
                limited.timed(() -> {
                    LockSupport.parkNanos(20_000_000);
                    assertFalse(limited.cancelled());
                });
        assertEquals(0, worked);
    }

    @Test
    void aDeviceIsKnownByItsName() {
        assertEquals(
                new Device(Device.Api.CUDA, 1, "NVIDIA H100"),
                WhisperSpeechToText.device("CUDA1: NVIDIA H100"));
    }
}
