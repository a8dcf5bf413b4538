package dev.pharos.engine.transcription;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The windows that are under way in the recogniser, several at once where that is quicker. They
/// come out in the order in which they went in. One thread asks; closing stops what still runs.
final class Recognitions implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;

    /// Windows for each that is recognised, so that a quick one need not wait for a slow one.
    private static final int WAITING = 2;

    /// A recogniser that does not stop by then is left to itself.
    private static final Duration END = Duration.ofSeconds(2);

    /// Recognises a window; may be called by several threads at once.
    @FunctionalInterface
    interface Recogniser {
        Recognised recognise(int threads, Progress progress) throws ProblemException;
    }

    private final List<Integer> lanes;
    private final BooleanSupplier cancelled;
    private final Consumer<Problem> notices;
    private final Deque<Pass> passes = new ArrayDeque<>();
    private final BlockingQueue<Pass> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<Problem> noticed = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    /// @param lanes threads for each window that is recognised at once
    /// @param notices what the recogniser has to tell, on the thread that asks
    Recognitions(List<Integer> lanes, BooleanSupplier cancelled, Consumer<Problem> notices) {
        this.lanes = List.copyOf(lanes);
        this.cancelled = cancelled;
        this.notices = notices;
    }

    /// A window on its way.
    final class Pass implements Progress {
        private final SpeechWindow window;
        private final Recogniser recogniser;
        private final boolean alone;
        private final CompletableFuture<Recognised> result = new CompletableFuture<>();
        private volatile long samples;

        private Pass(SpeechWindow window, Recogniser recogniser, boolean alone) {
            this.window = window;
            this.recogniser = recogniser;
            this.alone = alone;
        }

        SpeechWindow window() {
            return window;
        }

        /// Up to which moment of the file it has come.
        long doneMs() {
            return window.fileMs(samples * 1_000 / AudioDecoder.RATE);
        }

        @Override
        public void report(long done, long total) {
            samples = done;
        }

        @Override
        public boolean cancelled() {
            return stopped || cancelled.getAsBoolean();
        }

        @Override
        public void notice(Problem problem) {
            noticed.add(problem);
        }

        private void run(int threads) {
            try {
                checkpoint();
                result.complete(recogniser.recognise(threads, this));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        }
    }

    boolean isEmpty() {
        return passes.isEmpty();
    }

    boolean full() {
        return passes.size() >= WAITING * lanes.size();
    }

    /// @param alone no other window is added beside or behind it, so that all threads are free for
    ///   it
    void add(SpeechWindow window, boolean alone, Recogniser recogniser) {
        var pass = new Pass(window, recogniser, alone);
        passes.add(pass);
        begun.add(pass);
        if (threads.size() < lanes.size()) {
            int lane = threads.size();
            threads.add(
                    Thread.ofPlatform()
                            .name("pharos-recognising-" + lane)
                            .daemon()
                            .start(() -> work(lanes.get(lane))));
        }
    }

    private void work(int mine) {
        int all = lanes.stream().mapToInt(Integer::intValue).sum();
        try {
            while (!stopped) {
                var pass = begun.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (pass != null) {
                    pass.run(pass.alone ? all : mine);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The first window that is still under way.
    @Nullable Pass first() {
        return passes.peek();
    }

    /// Waits a moment for the end of the first window, and takes it out.
    ///
    /// @return null where it has not ended
    @Nullable Recognised poll() throws ProblemException {
        var pass = passes.peek();
        if (pass == null) {
            return null;
        }
        try {
            var recognised = pass.result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            passes.remove();
            return recognised;
        } catch (TimeoutException _) {
            return null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case ProblemException problem -> throw problem;
                case RuntimeException bug -> throw bug;
                case Error bug -> throw bug;
                case null, default -> throw new IllegalStateException(e);
            }
        } finally {
            tell();
        }
    }

    private void tell() {
        for (var problem = noticed.poll(); problem != null; problem = noticed.poll()) {
            notices.accept(problem);
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            for (var thread : threads) {
                thread.join(END);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
