package dev.pharos.engine.library;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.IndexException;
import dev.pharos.engine.storage.StorageException;
import dev.pharos.engine.work.Courtesy;
import dev.pharos.engine.work.Progress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Completes the index of a library on a thread of its own, while the library is in use. Any
/// thread.
final class IndexCompletion implements Progress, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexCompletion.class);
    private static final long LOOK_MILLIS = 100;

    private record Step(long done, long total) {}

    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private volatile Step step = new Step(0, 0);
    private final Thread thread;
    private volatile boolean stopped;

    /// @param completed hears, on that thread, that more can be found now
    IndexCompletion(LibraryIndex index, Runnable completed) {
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("pharos-index")
                        .unstarted(() -> run(index, completed));
    }

    void start() {
        thread.start();
    }

    private void run(LibraryIndex index, Runnable completed) {
        Courtesy.giveWay();
        try {
            index.complete(this);
            end.complete(true);
        } catch (CancellationException _) {
            LOG.debug("the index is completed at the next start");
            end.complete(false);
        } catch (RuntimeException | Error e) {
            LOG.warn("the index stays behind", e);
            end.completeExceptionally(e);
        }
        completed.run();
    }

    @Override
    public void report(long done, long total) {
        step = new Step(done, total);
    }

    @Override
    public boolean cancelled() {
        return stopped;
    }

    /// As [Library#awaitIndex].
    void await(Progress progress) throws ProblemException {
        while (true) {
            try {
                var unused = end.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException _) {
                var now = step;
                progress.report(now.done(), now.total());
                progress.checkpoint();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case IndexException failure -> throw ProblemException.of(failure);
                    case StorageException failure -> throw ProblemException.of(failure);
                    case null, default -> throw new IllegalStateException(e.getCause());
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    /// Stops after the step in hand; what is added stays.
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
