package dev.pharos.models.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechModels;
import dev.pharos.engine.transcription.SpeechToText.Options;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The recognising process killed, cancelled, crowded and idle.
class RecogniserLifeTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir private static Path cache;
    private static Options demo;
    private static Options slow;
    private static Clip clip;
    private WhisperSpeechToText speech;

    /// Does something each time the process is seen working, and lets its test cancel.
    private final class Meddler implements Progress {
        private final Consumer<ProcessHandle> action;
        private final CountDownLatch working = new CountDownLatch(1);
        private volatile boolean cancelled;

        Meddler(Consumer<ProcessHandle> action) {
            this.action = action;
        }

        @Override
        public void report(long done, long total) {
            var running = speech.running();
            if (running != null) {
                working.countDown();
                ProcessHandle.of(running.pid()).ifPresent(action);
            }
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }

    @BeforeAll
    static void models() throws Exception {
        clip = Clip.bundled("sentence-00");
        Path file = new LocalSpeechModels(cache, cache).find(SpeechModels.DEMO);
        demo = new Options(file, "en", false, null, 1);
        Path large = RandomModel.write(RandomModel.SLOW, cache.resolve("ggml-slow.bin"));
        slow = new Options(large, "en", false, null, 1);
    }

    @BeforeEach
    void open() {
        speech = new WhisperSpeechToText(cache, () -> DeviceSettings.DEFAULT, LONG);
    }

    @AfterEach
    void close() {
        speech.close();
    }

    @Test
    void aCancelledRecognitionEndsAsCancelled() throws Exception {
        var meddler = new Meddler(_ -> {});
        var ended = begin(slow, meddler);
        meddler.working.await();
        meddler.cancelled = true;
        assertInstanceOf(CancellationException.class, ended.get(5, TimeUnit.MINUTES));
    }

    @Test
    void afterCancellingTheNextRecognitionIsSound() throws Exception {
        var expected = speech.recognise(clip.samples(), demo, Progress.NONE);
        var meddler = new Meddler(_ -> {});
        var ended = begin(slow, meddler);
        meddler.working.await();
        meddler.cancelled = true;
        ended.get(5, TimeUnit.MINUTES);
        assertEquals(expected, speech.recognise(clip.samples(), demo, Progress.NONE));
    }

    @Test
    void aProcessKilledOnceIsReplacedAndTheResultIsTheSame() throws Exception {
        var expected = speech.recognise(clip.samples(), demo, Progress.NONE);
        speech.close();
        speech = new WhisperSpeechToText(cache, () -> DeviceSettings.DEFAULT, LONG);
        var once = new boolean[1];
        var meddler =
                new Meddler(process -> {
                    if (!once[0]) {
                        once[0] = process.destroyForcibly();
                    }
                });
        assertEquals(expected, speech.recognise(clip.samples(), demo, meddler));
        assertTrue(once[0]);
    }

    @Test
    void aProcessKilledTwiceIsAProblem() {
        var meddler = new Meddler(ProcessHandle::destroyForcibly);
        var thrown =
                assertThrows(
                        ProblemException.class,
                        () -> speech.recognise(clip.samples(), slow, meddler));
        assertEquals(new Problem.RecogniserDied("slow", 0), thrown.problem());
    }

    @Test
    void twoCallersAtOnceGetWhatEachWouldGetAlone() throws Exception {
        var other = Clip.bundled("sentence-07");
        var first = speech.recognise(clip.samples(), demo, Progress.NONE);
        var second = speech.recognise(other.samples(), demo, Progress.NONE);
        var beside =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return speech.recognise(other.samples(), demo, Progress.NONE);
                    } catch (ProblemException e) {
                        throw new IllegalStateException(e);
                    }
                });
        assertEquals(first, speech.recognise(clip.samples(), demo, Progress.NONE));
        assertEquals(second, beside.get(5, TimeUnit.MINUTES));
    }

    @Test
    void aProcessKilledUnderTwoCallersIsReplacedForBoth() throws Exception {
        var alone = speech.recognise(clip.samples(), slow, Progress.NONE);
        var once = new AtomicBoolean();
        var meddler =
                new Meddler(process -> {
                    if (!once.getAndSet(true)) {
                        process.destroyForcibly();
                    }
                });
        var beside = result(slow, Progress.NONE);
        assertEquals(alone, speech.recognise(clip.samples(), slow, meddler));
        assertEquals(alone, beside.get(5, TimeUnit.MINUTES));
        assertTrue(once.get());
    }

    @Test
    void whoCancelsDoesNotCancelTheOther() throws Exception {
        var alone = speech.recognise(clip.samples(), slow, Progress.NONE);
        var meddler = new Meddler(_ -> {});
        var beside = result(slow, Progress.NONE);
        var ended = begin(slow, meddler);
        meddler.working.await();
        meddler.cancelled = true;
        assertInstanceOf(CancellationException.class, ended.get(5, TimeUnit.MINUTES));
        assertEquals(alone, beside.get(5, TimeUnit.MINUTES));
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        var two = new Options(demo.model(), "en", false, null, 2);
        assertEquals(
                speech.recognise(clip.samples(), demo, Progress.NONE),
                speech.recognise(clip.samples(), two, Progress.NONE));
    }

    private CompletableFuture<Recognised> result(Options options, Progress progress) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return speech.recognise(clip.samples(), options, progress);
            } catch (ProblemException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void whoWaitsForAnotherCanCancelToo() throws Exception {
        var working = new Meddler(_ -> {});
        var ended = begin(slow, working);
        working.working.await();
        var waiting = new Meddler(_ -> {});
        waiting.cancelled = true;
        assertThrows(
                CancellationException.class, () -> speech.recognise(clip.samples(), demo, waiting));
        working.cancelled = true;
        ended.get(5, TimeUnit.MINUTES);
    }

    @Test
    void aBadModelStartsNoProcess() throws IOException {
        Path bad = Files.write(cache.resolve("ggml-bad.bin"), new byte[100]);
        var options = new Options(bad, "en", false, null, 1);
        assertThrows(
                ProblemException.class,
                () -> speech.recognise(clip.samples(), options, Progress.NONE));
        assertNull(speech.running());
    }

    @Test
    void anIdleProcessEnds() throws Exception {
        speech.close();
        speech = new WhisperSpeechToText(cache, () -> DeviceSettings.DEFAULT, Duration.ofMillis(1));
        var seen = new CompletableFuture<ProcessHandle>();
        speech.recognise(clip.samples(), slow, new Meddler(seen::complete));
        assertNotNull(seen.get(5, TimeUnit.MINUTES).onExit().get(5, TimeUnit.MINUTES));
    }

    /// Completed with what ended it; null is a result.
    private CompletableFuture<Exception> begin(Options options, Progress progress) {
        var ended = new CompletableFuture<Exception>();
        Thread.ofPlatform()
                .start(() -> {
                    try {
                        speech.recognise(clip.samples(), options, progress);
                        ended.complete(null);
                    } catch (ProblemException | RuntimeException e) {
                        ended.complete(e);
                    }
                });
        return ended;
    }
}
