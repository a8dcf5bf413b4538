package dev.pharos.models.whisper;

import dev.pharos.engine.work.Progress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// Who may use the recognising process: a few at once where all want the same of it, in the order
/// in which they came. Any thread.
final class Turns {
    private static final long LOOK_EVERY_MS = 50;

    private final int most;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final Set<Turn> inside = new HashSet<>();

    /// @param most turns at once
    Turns(int most) {
        this.most = most;
    }

    /// From [#take] to its end.
    final class Turn implements AutoCloseable {
        private final Object wish;
        private final boolean alone;
        private boolean accompanied;

        private Turn(Object wish, boolean alone) {
            this.wish = wish;
            this.alone = alone;
        }

        /// Whether there was anybody else at any time.
        boolean accompanied() {
            synchronized (Turns.this) {
                return accompanied;
            }
        }

        private boolean bears(Turn other) {
            return !alone && !other.alone && wish.equals(other.wish);
        }

        @Override
        public void close() {
            synchronized (Turns.this) {
                inside.remove(this);
                Turns.this.notifyAll();
            }
        }
    }

    /// Waits for a turn.
    ///
    /// @param wish equal for those who may come at once
    /// @param alone with nobody else all the same
    /// @throws CancellationException if cancelled
    synchronized Turn take(Object wish, boolean alone, Progress progress) {
        var turn = new Turn(wish, alone);
        waiting.add(turn);
        try {
            while (waiting.peek() != turn
                    || inside.size() == most
                    || !inside.stream().allMatch(turn::bears)) {
                wait(LOOK_EVERY_MS);
                progress.checkpoint();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException().initCause(e);
        } finally {
            waiting.remove(turn);
            notifyAll();
        }
        inside.add(turn);
        if (inside.size() > 1) {
            inside.forEach(each -> each.accompanied = true);
        }
        return turn;
    }
}
