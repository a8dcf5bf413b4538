package dev.pharos.models.whisper;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.work.ChildDied;
import dev.pharos.engine.work.ChildJvm;
import dev.pharos.engine.work.ChildOnDemand;
import dev.pharos.engine.work.Progress;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// Recognises speech with whisper.cpp (Gerganov and others), an implementation of Whisper (Radford
/// et al., "Robust Speech Recognition via Large-Scale Weak Supervision", 2022).
///
/// The native code runs in a process of its own, started by the first request, with the model kept
/// loaded until another one is asked for, and ended after a minute without work. If that process
/// dies it is started once more; cancelling asks it to stop and soon kills it.
public final class WhisperSpeechToText implements SpeechToText {

    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final Duration LONGEST_RECOGNITION = Duration.ofHours(2);
    private static final Duration ASIDE = Duration.ofMillis(200);
    private static final long LOOK_EVERY_MS = 50;
    private static final long STOP_WITHIN_MS = 1200;
    private static final int ATTEMPTS = 2;
    private static final long KEPT_FOR_NEXT_WINDOW = 1L << 30;
    private static final int ABORTED = 128 + 6;

    private final ChildOnDemand child;
    private final ModelChecks models = new ModelChecks();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean closed;

    /// @param cache a folder of the program's own; made when needed, may be deleted when no Pharos
    ///   runs
    public WhisperSpeechToText(Path cache) {
        this(cache, IDLE);
    }

    WhisperSpeechToText(Path cache, Duration idle) {
        var flags =
                List.of(
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-D" + WhisperChild.CACHE + "=" + cache.toAbsolutePath());
        child =
                new ChildOnDemand(
                        new ChildJvm.Recipe(WhisperChild.class, flags, environment()), idle);
    }

    /// ggml's threads would otherwise burn a core each while they wait for each other. Each window
    /// needs some 200 MB anew: glibc, the C library of most Linuxes, would otherwise give it back
    /// to the system every time, only to have it cleared again.
    private static Map<String, String> environment() {
        return Map.of(
                "OMP_WAIT_POLICY",
                "passive",
                "OMP_NUM_THREADS",
                Integer.toString(suitableThreads()),
                "MALLOC_ARENA_MAX",
                "1",
                "MALLOC_MMAP_MAX_",
                "0",
                "MALLOC_TRIM_THRESHOLD_",
                Long.toString(KEPT_FOR_NEXT_WINDOW));
    }

    /// The native code's name and version.
    public static String version() {
        return "whisper.cpp " + ParamsLayout.V1_7_1.version();
    }

    /// How many threads a recognition should use on this machine.
    public static int suitableThreads() {
        return Processors.suitableThreads();
    }

    /// `threads` of 0 or less stand for [#suitableThreads].
    @Override
    public Recognised recognise(float[] samples, Options options, Progress progress)
            throws ProblemException {
        if (samples.length > LONGEST) {
            throw new IllegalArgumentException(samples.length + " samples");
        }
        progress.checkpoint();
        var checked = models.check(options.model());
        int threads =
                options.threads() > 0
                        ? Math.min(options.threads(), Runtime.getRuntime().availableProcessors())
                        : suitableThreads();
        var exact =
                new Options(
                        options.model().toAbsolutePath(),
                        options.language(),
                        options.translate(),
                        options.prompt(),
                        threads);
        takeTurn(progress);
        try {
            return recognise(checked, exact, samples, progress);
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn(Progress progress) {
        try {
            while (!turn.tryLock(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                progress.checkpoint();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Recognised recognise(
            ModelChecks.Checked checked, Options options, float[] samples, Progress progress)
            throws ProblemException {
        boolean aligned = true;
        for (int attempt = 1; ; attempt++) {
            var request =
                    new Request.Recognise(
                            calls.incrementAndGet(), checked.version(), aligned, options, samples);
            try {
                return switch (ask(request, progress)) {
                    case Reply.Done(var recognised) -> {
                        progress.report(samples.length, samples.length);
                        yield recognised;
                    }
                    case Reply.Cancelled() -> throw new CancellationException();
                    case Reply.Failed(var problem) -> throw new ProblemException(problem);
                };
            } catch (IOException e) {
                progress.checkpoint();
                // whisper.cpp's alignment aborts on what it takes for a piece of a few frames
                aligned = !(e instanceof ChildDied died && died.exitStatus() == ABORTED);
                if (closed) {
                    throw (CancellationException) new CancellationException().initCause(e);
                }
                if (attempt == ATTEMPTS) {
                    throw new ProblemException(
                            new Problem.RecogniserDied(checked.model().name(), 0), e);
                }
            }
        }
    }

    private Reply ask(Request.Recognise request, Progress progress) throws IOException {
        var answer = new CompletableFuture<byte[]>();
        Thread.ofPlatform()
                .daemon()
                .name("recognition " + request.call())
                .start(() -> callInto(answer, request.encoded()));
        int total = request.samples().length;
        try {
            while (true) {
                try {
                    return Reply.decode(answer.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException _) {
                    if (progress.cancelled()) {
                        stop(request.call(), answer);
                        throw new CancellationException();
                    }
                    progress.report(samplesDone(request.call()), total);
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ChildDied died ? died : new IOException(e.getCause());
        } catch (InterruptedException e) {
            stop(request.call(), answer);
            throw interrupted(e);
        }
    }

    private void callInto(CompletableFuture<byte[]> answer, byte[] request) {
        try {
            answer.complete(child.call(request, LONGEST_RECOGNITION));
        } catch (IOException | TimeoutException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private int samplesDone(int call) {
        try {
            byte[] answer = aside(new Request.HowFar(call));
            return answer.length == 0 ? 0 : Request.samples(answer);
        } catch (IOException | TimeoutException _) {
            return 0; // still starting, or gone, which the recognition itself finds out
        }
    }

    /// Asks first and then kills.
    private void stop(int call, CompletableFuture<byte[]> answer) {
        try {
            aside(new Request.Stop(call));
            answer.get(STOP_WITHIN_MS, TimeUnit.MILLISECONDS);
        } catch (IOException | TimeoutException | InterruptedException | ExecutionException _) {
            var running = child.running();
            if (running != null) {
                running.kill();
            }
        }
    }

    private byte[] aside(Request request) throws IOException, TimeoutException {
        var running = child.running();
        return running == null ? new byte[0] : running.call(request.encoded(), ASIDE);
    }

    private static CancellationException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return (CancellationException) new CancellationException().initCause(e);
    }

    @Override
    public Model check(Path model) throws ProblemException {
        return models.check(model).model();
    }

    /// For tests: the process, if it runs.
    ChildOnDemand child() {
        return child;
    }

    @Override
    public void close() {
        closed = true;
        child.close();
    }
}
