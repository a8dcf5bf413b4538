package dev.pharos.engine.meaning;

import dev.pharos.engine.library.Passages;
import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.meaning.Vectors.Embedded;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Courtesy;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps the vectors of a library complete, those of one model, in the background: whatever passage
/// has none yet gets one, oldest first. Each batch is committed when it is done, so a restart goes
/// on where it stopped.
public final class Meaning implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Meaning.class);

    /// Passages looked at together; among them those of like length are embedded together.
    private static final int WINDOW = 1_024;

    private static final int BATCH = 64;
    private static final long LOOK_MILLIS = 100;
    private static final Duration GRACE = Duration.ofSeconds(3);

    /// How far it is.
    ///
    /// @param embedded passages that have a vector of the current model
    /// @param total passages in the library
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

        /// Vectors were saved. Never two calls at once.
        void embedded(List<Embedded> saved);

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

    private final Deque<List<Titled>> batches = new ArrayDeque<>();
    private long looked;
    private int working;
    private boolean more = true;
    private boolean closed;
    private long counted;
    private volatile State state;

    private final AtomicLong edits = new AtomicLong();

    public Meaning(Passages passages, Vectors vectors, PassageEmbedder embedder, Owner owner) {
        this.passages = passages;
        this.vectors = vectors;
        this.embedder = embedder;
        this.model = embedder.model();
        this.owner = owner;
        this.state = counted();
    }

    /// Begins to work with so many threads. Without it, the state is only read.
    public void start(int threads) {
        for (int i = 0; i < threads; i++) {
            var worker =
                    Thread.ofPlatform().name("pharos-meaning-" + i).daemon().unstarted(this::work);
            workers.add(worker);
            worker.start();
        }
    }

    /// Cheap; poll it to show progress.
    public State state() {
        return state;
    }

    /// Tells that passages were added or replaced, cheaply: they are counted at the next
    /// [#passagesChanged], or when somebody waits for them.
    public void passagesEdited() {
        edits.incrementAndGet();
    }

    /// Tells that passages were added or replaced. Also tries again after a problem.
    public void passagesChanged() {
        long edit = edits.get();
        State now = counted();
        synchronized (lock) {
            counted = Math.max(counted, edit);
            state = unfinished(now.embedded(), now.total(), null);
            more = true;
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
        if (uncounted()) {
            passagesChanged();
        }
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

    private boolean uncounted() {
        synchronized (lock) {
            return counted < edits.get();
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

    private void work() {
        Courtesy.giveWay();
        boolean more = true;
        while (more) {
            try {
                var batch = next();
                more = batch != null;
                if (batch != null) {
                    embed(batch);
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
            batches.clear();
            looked = 0;
            more = true;
            lock.notifyAll();
        }
        owner.changed();
    }

    /// The next batch; waits for one, and gives null once closed.
    private @Nullable List<Titled> next() {
        synchronized (lock) {
            while (!closed) {
                boolean turn = owner.turn();
                if (turn && batches.isEmpty() && more && state.problem() == null) {
                    look();
                }
                var batch = turn ? batches.poll() : null;
                if (batch != null) {
                    working++;
                    return batch;
                }
                pause();
            }
            return null;
        }
    }

    private void look() {
        var found = vectors.missing(model, looked, WINDOW);
        if (found.isEmpty()) {
            more = false;
            if (working == 0) {
                finish();
            }
            return;
        }
        looked = found.getLast().passage().id();
        var byLength = new ArrayList<>(found);
        byLength.sort(Comparator.comparingInt(titled -> titled.passage().text().length()));
        for (int from = 0; from < byLength.size(); from += BATCH) {
            batches.add(
                    List.copyOf(byLength.subList(from, Math.min(from + BATCH, byLength.size()))));
        }
    }

    private void finish() {
        try {
            if (owner.finished()) {
                state = counted();
            } else {
                looked = 0;
                more = true;
            }
        } catch (ProblemException e) {
            state = unfinished(state.embedded(), state.total(), e.problem());
        } catch (RuntimeException | Error e) {
            var problem = Problem.of(LOG, "finishing the embedding", e);
            state = unfinished(state.embedded(), state.total(), problem);
        }
        owner.changed();
    }

    private void embed(List<Titled> batch) {
        Problem problem = null;
        int saved = 0;
        try {
            saved = save(batch, embedder.embedWhole(batch.stream().map(Meaning::text).toList()));
        } catch (ProblemException e) {
            LOG.info("embedding stopped", e);
            problem = e.problem();
        } catch (RuntimeException | Error e) {
            problem = Problem.of(LOG, "embedding", e);
        }
        synchronized (lock) {
            working--;
            state =
                    unfinished(
                            state.embedded() + saved,
                            state.total(),
                            problem == null ? state.problem() : problem);
            if (problem != null) {
                batches.clear();
                looked = 0;
            }
            more |= working == 0 && batches.isEmpty();
            lock.notifyAll();
        }
        owner.changed();
    }

    private int save(List<Titled> batch, List<float[]> embedded) {
        var made = new ArrayList<Embedded>();
        for (int i = 0; i < batch.size(); i++) {
            var passage = batch.get(i).passage();
            made.add(new Embedded(passage.id(), passage.source(), embedded.get(i)));
        }
        var saved = vectors.saveAll(model, made);
        synchronized (owner) {
            owner.embedded(saved);
        }
        return saved.size();
    }

    /// What the model reads of a passage: its text, with what it is about in front where the text
    /// does not begin with that anyway. A title of one word is most often a mere file name.
    public static String text(Titled titled) {
        String text = titled.passage().text();
        String heading = titled.passage().place().heading();
        String about = Fluency.words(titled.title()) > 1 ? titled.title() : "";
        if (heading != null && !text.startsWith(lastOf(heading))) {
            about = about.isEmpty() ? heading : about + Place.HEADING_SEPARATOR + heading;
        }
        return about.isEmpty() || text.startsWith(about) ? text : about + "\n" + text;
    }

    private static String lastOf(String headings) {
        int at = headings.lastIndexOf(Place.HEADING_SEPARATOR);
        return at < 0 ? headings : headings.substring(at + Place.HEADING_SEPARATOR.length());
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
