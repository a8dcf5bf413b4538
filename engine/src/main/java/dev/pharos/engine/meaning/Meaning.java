package dev.pharos.engine.meaning;

import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.meaning.Vectors.Embedded;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Courtesy;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// Keeps the vectors of a library complete, those of one model, in the background: whatever passage
/// has none yet gets one, first what the library's owner has just worked on, then the oldest. Each
/// batch is committed when it is done, so a restart goes on where it stopped.
public final class Meaning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Meaning.class);

    /// Passages looked for together; among them those of like length are embedded together.
    private static final int WINDOW = 1_024;

    /// More than these edited in one step are no single source any more, and wait like all others.
    private static final int AT_ONCE = 512;

    private static final long LOOK_MILLIS = 100;
    private static final Duration GRACE = Duration.ofSeconds(3);

    /// How far it is.
    ///
    /// @param embedded passages that have a vector of the current model; about, before all have
    /// @param total passages in the library, as exact
    /// @param problem why it stands still, or null
    public record State(int embedded, int total, @Nullable Problem problem) {
        public boolean complete() {
            return embedded >= total;
        }
    }

    /// For whom it works. All but [#turn] is called on worker threads.
    public interface Owner {

        /// Whether it may begin something now; asked a few times a second, must not block.
        boolean turn();

        /// Vectors were saved. Several threads may call at once.
        ///
        /// @param edited their passages are those that were just edited: they are waited for
        void embedded(List<Embedded> saved, boolean edited);

        /// Nothing is left to do. Called each time it is so, before the state tells it.
        ///
        /// @return false where something is left after all
        /// @throws ProblemException where all that was embedded cannot be used; the state tells it
        boolean finished() throws ProblemException;

        /// The state is another one now; must not block.
        void changed();
    }

    private final Passages passages;
    private final Vectors vectors;
    private final PassageEmbedder embedder;
    private final EmbeddingModel model;
    private final Owner owner;
    private final List<Thread> workers = new ArrayList<>();

    /// Guards all below.
    private final Object lock = new Object();

    private final Backlog backlog = new Backlog();

    private boolean closed;
    private volatile State state;

    public Meaning(Passages passages, Vectors vectors, PassageEmbedder embedder, Owner owner) {
        this.passages = passages;
        this.vectors = vectors;
        this.embedder = embedder;
        this.model = embedder.model();
        this.owner = owner;
        this.state = counted();
    }

    /// Begins to work with so many threads, and one more for what is edited: that one gives way to
    /// nobody and waits for no other batch. Without it, the state is only read.
    public void start(int threads) {
        start("pharos-meaning-edited", () -> work(this::nextEdited, true));
        for (int i = 0; i < threads; i++) {
            start(
                    "pharos-meaning-" + i,
                    () -> {
                        Courtesy.giveWay();
                        work(this::next, false);
                    });
        }
    }

    private void start(String name, Runnable work) {
        var worker = Thread.ofPlatform().name(name).daemon().unstarted(work);
        workers.add(worker);
        worker.start();
    }

    /// Cheap; poll it to show progress.
    public State state() {
        return state;
    }

    /// Tells that the library's owner has worked on a source: its new passages come before all
    /// others. Cheap. Also tries again after a problem.
    ///
    /// @param removed passages that are gone
    public void edited(Collection<Long> added, Collection<Long> removed) {
        synchronized (lock) {
            backlog.remove(removed);
            if (added.size() <= AT_ONCE) {
                backlog.addEdited(added);
            }
            replaced(added.size(), removed.size());
        }
        owner.changed();
    }

    /// Tells how many passages were added and removed otherwise. Cheap. Also tries again after a
    /// problem.
    public void imported(int added, int removed) {
        synchronized (lock) {
            replaced(added, removed);
        }
        owner.changed();
    }

    /// What was removed had its vector, most often; all is counted in the end.
    private void replaced(int added, int removed) {
        int total = state.total() + added - removed;
        state = unfinished(state.embedded() - removed, Math.max(0, total), null);
        backlog.lookOn();
        lock.notifyAll();
    }

    /// Tells that so many passages are there again that were removed, most of them with their
    /// vectors. Cheap.
    public void restored(int passages) {
        synchronized (lock) {
            replaced(passages, 0);
            state = unfinished(state.embedded() + passages, state.total(), null);
            backlog.lookAgain();
        }
        owner.changed();
    }

    /// Tells that any passages may have changed: looks at all of them and counts them, which takes
    /// long in a large library. Also tries again after a problem.
    public void passagesChanged() {
        State now = counted();
        synchronized (lock) {
            state = unfinished(now.embedded(), now.total(), null);
            backlog.lookAgain();
            lock.notifyAll();
        }
        owner.changed();
    }

    /// Complete is said only by the worker that finds nothing left, after the index has everything.
    private static State unfinished(int embedded, int total, @Nullable Problem problem) {
        return new State(Math.clamp(embedded, 0, Math.max(0, total - 1)), total, problem);
    }

    private State counted() {
        return new State(vectors.count(model), passages.count(), null);
    }

    /// Blocks until every passage has a vector. Progress counts passages.
    ///
    /// @throws ProblemException the problem that stopped it
    /// @throws CancellationException if cancelled, where the work itself goes on in the background,
    ///   or if closed
    public void await(Progress progress) throws ProblemException {
        while (true) {
            State now;
            synchronized (lock) {
                now = state;
                if (!now.complete() && now.problem() == null) {
                    if (closed) {
                        throw new CancellationException();
                    }
                    pause();
                }
            }
            progress.report(now.embedded(), now.total());
            if (now.problem() != null) {
                throw new ProblemException(now.problem());
            }
            if (now.complete()) {
                return;
            }
            progress.checkpoint();
        }
    }

    private void pause() {
        try {
            lock.wait(LOOK_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private void work(Supplier<@Nullable List<Long>> next, boolean edited) {
        boolean more = true;
        while (more) {
            try {
                var batch = next.get();
                more = batch != null;
                if (batch != null) {
                    embed(batch, edited);
                }
            } catch (CancellationException _) {
                LOG.debug("stopped");
                return;
            } catch (RuntimeException | Error e) {
                standStill(Problem.of(LOG, "looking for what to embed", e));
            }
        }
    }

    /// Until passages are added or replaced.
    private void standStill(Problem problem) {
        synchronized (lock) {
            state = unfinished(state.embedded(), state.total(), problem);
            backlog.clear();
            lock.notifyAll();
        }
        owner.changed();
    }

    /// The next batch of what is edited; waits for one, and gives null once closed.
    private @Nullable List<Long> nextEdited() {
        synchronized (lock) {
            while (!closed) {
                var batch = mayBegin() ? backlog.takeEdited() : List.<Long>of();
                if (!batch.isEmpty()) {
                    return batch;
                }
                pause();
            }
            return null;
        }
    }

    /// The next batch of all others.
    private @Nullable List<Long> next() {
        while (true) {
            long from;
            synchronized (lock) {
                if (closed) {
                    return null;
                }
                var batch = mayBegin() ? backlog.take() : List.<Long>of();
                if (!batch.isEmpty()) {
                    return batch;
                }
                from = mayBegin() ? backlog.beginLook() : Backlog.NOTHING;
                if (from == Backlog.NOTHING) {
                    pause();
                }
            }
            if (from != Backlog.NOTHING) {
                look(from);
            }
        }
    }

    private boolean mayBegin() {
        return state.problem() == null && owner.turn();
    }

    /// By one thread at a time, and without the lock: among a million passages it takes seconds.
    private void look(long from) {
        try {
            var found = vectors.missing(model, from, WINDOW);
            boolean finished;
            synchronized (lock) {
                finished = backlog.looked(from, found);
                lock.notifyAll();
            }
            if (finished) {
                finish();
            }
        } finally {
            synchronized (lock) {
                backlog.endLook();
                lock.notifyAll();
            }
        }
    }

    private void finish() {
        Problem problem = null;
        boolean finished = false;
        int total = 0;
        try {
            finished = owner.finished();
            total = passages.count();
        } catch (ProblemException e) {
            problem = e.problem();
        } catch (RuntimeException | Error e) {
            problem = Problem.of(LOG, "finishing the embedding", e);
        }
        synchronized (lock) {
            if (problem != null) {
                state = unfinished(state.embedded(), state.total(), problem);
            } else if (!finished) {
                backlog.lookAgain();
            } else if (backlog.empty()) {
                state = new State(total, total, null);
            }
        }
        owner.changed();
    }

    private void embed(List<Long> batch, boolean edited) {
        Problem problem = null;
        int saved = 0;
        try {
            var found = vectors.missing(model, batch);
            saved = found.isEmpty() ? 0 : save(found, edited);
        } catch (ProblemException e) {
            LOG.info("embedding stopped", e);
            problem = e.problem();
        } catch (RuntimeException | Error e) {
            problem = Problem.of(LOG, "embedding", e);
        }
        synchronized (lock) {
            backlog.done(batch);
            state =
                    unfinished(
                            state.embedded() + saved,
                            state.total(),
                            problem == null ? state.problem() : problem);
            if (problem != null) {
                backlog.clear();
            }
            lock.notifyAll();
        }
        owner.changed();
    }

    private int save(List<Titled> batch, boolean edited) throws ProblemException {
        var embedded = embedder.embedWhole(batch.stream().map(PassageText::of).toList());
        var made = new ArrayList<Embedded>();
        for (int i = 0; i < batch.size(); i++) {
            var passage = batch.get(i).passage();
            made.add(new Embedded(passage.id(), passage.source(), embedded.get(i)));
        }
        var saved = vectors.saveAll(model, made);
        owner.embedded(saved, edited);
        return saved.size();
    }

    /// Stops after the batches in hand, or without them where they take long because another
    /// process hangs.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        try {
            long end = System.nanoTime() + GRACE.toNanos();
            for (Thread worker : workers) {
                worker.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
            if (workers.stream().anyMatch(Thread::isAlive)) {
                embedder.hangUp();
            }
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
