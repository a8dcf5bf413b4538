package dev.pharos.engine.work;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Keeps one [ChildJvm] while there is work for it: started by the first request, ended when idle,
/// killed when a request takes too long, replaced when it died. Any thread.
public final class ChildOnDemand implements AutoCloseable {

    private final ChildJvm.Recipe recipe;
    private final Duration idle;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("idle children").factory());
    private @Nullable ChildJvm child;
    private int calls;
    private long rest;
    private boolean closed;

    /// @param idle how long a child is kept without work
    public ChildOnDemand(ChildJvm.Recipe recipe, Duration idle) {
        this.recipe = recipe;
        this.idle = idle;
    }

    /// As [ChildJvm#call], but a child that misses the limit is killed, with whatever else it did.
    public byte[] call(byte[] request, Duration limit) throws IOException, TimeoutException {
        var current = take();
        try {
            return current.call(request, limit);
        } catch (TimeoutException e) {
            current.kill();
            throw e;
        } finally {
            giveBack();
        }
    }

    /// The running child, if there is one.
    public synchronized @Nullable ChildJvm running() {
        return child != null && child.alive() ? child : null;
    }

    private synchronized ChildJvm take() throws IOException {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (child == null || !child.alive()) {
            child = ChildJvm.start(recipe);
        }
        calls++;
        return child;
    }

    private synchronized void giveBack() {
        calls--;
        if (calls == 0 && !closed) {
            long now = ++rest;
            clock.schedule(() -> endIf(now), idle.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void endIf(long sameRest) {
        if (calls == 0 && rest == sameRest && child != null) {
            child.kill();
            child = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        clock.shutdownNow();
        if (child != null) {
            child.close();
            child = null;
        }
    }
}
