package dev.pharos.ui.control;

import javafx.animation.AnimationTimer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Consumer;

/// Builds what is too much for one moment bit by bit, one at each pulse, so that a long page is
/// there at once and nobody waits for its end. For the JavaFX thread.
///
/// @param <T> what is built from
public final class Gradually<T> {
    private final Deque<T> waiting = new ArrayDeque<>();
    private final Consumer<T> build;
    private final AnimationTimer pulses =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    next();
                }
            };

    public Gradually(Consumer<T> build) {
        this.build = build;
    }

    /// From now on these, in place of those that still wait.
    ///
    /// @param first so many are built at once
    public void build(Collection<T> all, int first) {
        waiting.clear();
        waiting.addAll(all);
        for (int i = 0; i < first; i++) {
            next();
        }
        if (!waiting.isEmpty()) {
            pulses.start();
        }
    }

    /// Builds all that still wait.
    public void finish() {
        while (!waiting.isEmpty()) {
            next();
        }
    }

    private void next() {
        var one = waiting.poll();
        if (one != null) {
            build.accept(one);
        }
        if (waiting.isEmpty()) {
            pulses.stop();
        }
    }
}
