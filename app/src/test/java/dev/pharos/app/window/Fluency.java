package dev.pharos.app.window;

import javafx.application.Platform;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How long the JavaFX thread keeps others waiting: a thread asks it for nothing, again and again,
/// and takes the time until that is done. So all that holds the thread counts: handling keys,
/// laying out, waiting for the drawing of the picture before, collecting garbage.
final class Fluency implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long PAUSE_MILLIS = 4;
    private static final long LOOK_MILLIS = 10;
    private static final long LONG_MILLIS = 40;
    private static final int DEPTH = 60;

    /// @param worked how long of that the thread had a processor; on a busy machine that says more
    /// @param seen what the thread did meanwhile, a stack every few milliseconds after the first
    ///   [#LONG_MILLIS]
    record Wait(long millis, long worked, List<StackTraceElement[]> seen) {}

    private final Thread window;
    private final Map<String, Wait> worst = new LinkedHashMap<>();
    private final Map<String, Long> mostWork = new LinkedHashMap<>();
    private final Thread asking;
    private String step = "";
    private volatile boolean over;

    /// @param window the JavaFX thread
    Fluency(Thread window) {
        this.window = window;
        asking = Thread.ofPlatform().daemon().name("fluency").start(this::ask);
    }

    private void ask() {
        try {
            while (!over) {
                var done = new CountDownLatch(1);
                long begin = System.nanoTime();
                long worked = THREADS.getThreadCpuTime(window.threadId());
                Platform.runLater(done::countDown);
                var seen = new ArrayList<StackTraceElement[]>();
                long wait = LONG_MILLIS;
                while (!done.await(wait, TimeUnit.MILLISECONDS)) {
                    seen.add(window.getStackTrace());
                    wait = LOOK_MILLIS;
                }
                note(
                        new Wait(
                                (System.nanoTime() - begin) / 1_000_000,
                                (THREADS.getThreadCpuTime(window.threadId()) - worked) / 1_000_000,
                                seen));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException _) {
            over = true;
        }
    }

    private synchronized void note(Wait wait) {
        if (!step.isEmpty()) {
            mostWork.merge(step, wait.worked(), Math::max);
            worst.merge(step, wait, (a, b) -> a.millis() >= b.millis() ? a : b);
        }
    }

    /// All from now on belongs to this; nothing counts where it is empty.
    synchronized void step(String name) {
        step = name;
    }

    /// How long the thread worked at most in a wait of each step so far, in ms.
    synchronized Map<String, Long> mostWork() {
        return new LinkedHashMap<>(mostWork);
    }

    /// The longest wait in each step so far.
    synchronized Map<String, Wait> worst() {
        return new LinkedHashMap<>(worst);
    }

    /// What the window did during a wait, for who wants to know why: the methods seen, in which of
    /// the stacks, those of the program first seen the most.
    static List<String> why(Wait wait) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var stack : wait.seen()) {
            Stream.of(stack)
                    .limit(DEPTH)
                    .filter(frame -> frame.getClassName().startsWith("dev.pharos"))
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                    .distinct()
                    .forEach(frame -> counts.merge(frame, 1, Integer::sum));
            counts.merge(stack.length == 0 ? "" : stack[0].toString(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(12)
                .map(each ->
                        "%d of %d: %s"
                                .formatted(each.getValue(), wait.seen().size(), each.getKey()))
                .toList();
    }

    @Override
    public void close() {
        over = true;
        asking.interrupt();
    }
}
