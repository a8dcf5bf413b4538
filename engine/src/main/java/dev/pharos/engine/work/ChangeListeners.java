package dev.pharos.engine.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tells listeners that something changed: soon, on a thread of its own, and at most a few times a
/// second however often it changes. Any thread.
public final class ChangeListeners implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeListeners.class);
    private static final long APART = Duration.ofMillis(250).toNanos();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean rung = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor clock;
    private volatile long told = System.nanoTime() - APART;

    /// @param thread the name of the thread on which they hear
    public ChangeListeners(String thread) {
        clock =
                new ScheduledThreadPoolExecutor(
                        1,
                        Thread.ofPlatform().daemon().name(thread).factory(),
                        new ThreadPoolExecutor.DiscardPolicy());
    }

    public Subscription add(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void ring() {
        if (!listeners.isEmpty() && rung.compareAndSet(false, true)) {
            long wait = Math.max(0, told + APART - System.nanoTime());
            clock.schedule(this::tell, wait, TimeUnit.NANOSECONDS);
        }
    }

    private void tell() {
        rung.set(false);
        told = System.nanoTime();
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("a listener failed", e);
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
