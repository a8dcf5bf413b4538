package dev.pharos.models.audio;

import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// All that a child process writes which says little, and no more of it than one is ready to hold.
final class ShortOutput {
    private static final long LOOK_MILLIS = 20;

    private ShortOutput() {}

    /// Blocks until the process has said all, and ends it in any case.
    ///
    /// @param most bytes; what follows is cut off
    /// @return null where it took longer than `limit`
    /// @throws CancellationException if cancelled
    static byte @Nullable [] of(Process process, int most, Duration limit, Progress progress)
            throws IOException {
        var reading =
                new FutureTask<>(() -> {
                    try (var out = process.getInputStream()) {
                        return out.readNBytes(most);
                    }
                });
        Thread.ofVirtual().start(reading);
        long begin = System.nanoTime();
        try {
            progress.checkpoint();
            while (!reading.isDone() && System.nanoTime() - begin < limit.toNanos()) {
                wait(reading);
                progress.checkpoint();
            }
            return reading.isDone() ? reading.get() : null;
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException().initCause(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void wait(FutureTask<byte[]> reading)
            throws InterruptedException, ExecutionException {
        try {
            reading.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // it has not said all yet
        }
    }
}
