package dev.pharos.models.whisper;

import dev.pharos.engine.work.ChildDied;
import dev.pharos.engine.work.ChildJvm;
import dev.pharos.engine.work.ChildOnDemand;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

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

/// The recognising process, seen from the program. Each process serves one model on one device, and
/// is replaced when another one is asked for; requests at once must ask for the same.
final class WhisperProcess implements AutoCloseable {

    private static final Duration LONGEST_RECOGNITION = Duration.ofHours(2);
    private static final Duration ASIDE = Duration.ofMillis(200);
    private static final long LOOK_EVERY_MS = 50;
    private static final long STOP_WITHIN_MS = 1200;
    private static final long KEPT_FOR_NEXT_WINDOW = 1L << 30;

    /// What one process serves.
    record Setup(Placement placement, Path model, String modelVersion, boolean aligned) {
        static Setup of(Request.Recognise request) {
            return new Setup(
                    request.placement(),
                    request.options().model(),
                    request.modelVersion(),
                    request.aligned());
        }
    }

    private final ChildOnDemand child;
    private @Nullable Setup served;

    WhisperProcess(Path cache, Duration idle) {
        child = new ChildOnDemand(recipe(cache), idle);
    }

    static ChildJvm.Recipe recipe(Path cache) {
        var flags =
                List.of(
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-D" + WhisperChild.CACHE + "=" + cache.toAbsolutePath());
        return new ChildJvm.Recipe(WhisperChild.class, flags, environment());
    }

    /// CUDA would count the fastest GPU first, its driver and the hardware page do by their places.
    /// ggml's threads would otherwise burn a core each while they wait for each other. Each window
    /// needs some 200 MB anew: glibc, the C library of most Linuxes, would otherwise give it back
    /// to the system every time, only to have it cleared again.
    private static Map<String, String> environment() {
        return Map.of(
                "CUDA_DEVICE_ORDER",
                "PCI_BUS_ID",
                "OMP_WAIT_POLICY",
                "passive",
                "OMP_NUM_THREADS",
                Integer.toString(Processors.suitableThreads()),
                "MALLOC_ARENA_MAX",
                "1",
                "MALLOC_MMAP_MAX_",
                "0",
                "MALLOC_TRIM_THRESHOLD_",
                Long.toString(KEPT_FOR_NEXT_WINDOW));
    }

    /// Blocks until it is answered.
    ///
    /// @throws ChildDied if the process died of it
    /// @throws CancellationException if cancelled
    Reply ask(Request.Recognise request, Progress progress) throws IOException {
        prepareFor(Setup.of(request));
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
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException().initCause(e);
        }
    }

    /// A process that served something else is gone before the next one takes its memory.
    private synchronized void prepareFor(Setup setup) {
        var running = child.running();
        if (running != null && !setup.equals(served)) {
            running.close();
        }
        served = setup;
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

    @Nullable ChildJvm running() {
        return child.running();
    }

    @Override
    public void close() {
        child.close();
    }
}
