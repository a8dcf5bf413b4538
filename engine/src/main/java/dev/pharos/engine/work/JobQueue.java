package dev.pharos.engine.work;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Job.State;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/// Works on the [Jobs] of a library, one after another, on a thread of its own. Jobs survive
/// restarts; what a worker has saved of its own stays saved. Any thread.
public final class JobQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final long LOOK_MILLIS = 100;

    /// Who waits rests so many times as long as a look takes him.
    private static final long LOOKING = 10;

    /// What could not be saved is tried again.
    private static final long AGAIN_MILLIS = 2_000;

    private static final long FOR_EVER = 0;

    /// Does one kind of job.
    @FunctionalInterface
    public interface Worker {
        /// Blocks until it is done. To be started again after it was stopped, it saves what it has
        /// finished and looks for that first.
        ///
        /// @throws CancellationException when `report` said so: the job was paused, cancelled, or
        ///   the program ends
        void run(Job job, Report report) throws ProblemException;

        /// What has to be there before the job can begin and is not, such as a model; or null. Such
        /// a job goes on waiting with this for its problem, and this is asked again at each change
        /// of the queue. Quick, for it is asked under the queue's lock.
        ///
        /// @param open what else the queue still has to do
        default @Nullable Problem lacks(Job job, UnfinishedJobs open) {
            return null;
        }

        /// Whether a subject may have several of these jobs that are not over, each of which is
        /// worth its while.
        default boolean several() {
            return false;
        }
    }

    /// What a worker tells while it works.
    public interface Report extends Progress {
        /// Speed is measured anew from here.
        void stage(String stage);

        void device(String device);

        /// As [#report], of what an earlier run has done, which says nothing of the speed.
        default void recall(long done, long total) {
            report(done, total);
        }
    }

    private final Jobs jobs;
    private final Map<String, Worker> workers;
    private final Clock clock;
    private final LongSupplier nanos;
    private final ChangeListeners listeners = new ChangeListeners("pharos-jobs-changed");

    /// Its monitor guards all below as well.
    private final JobBoard board;

    private final AbleJobs able;

    private @Nullable JobRun running;
    private @Nullable Thread thread;
    private boolean closed;

    public JobQueue(Jobs jobs, Map<String, Worker> workers) {
        this(jobs, workers, Clock.systemUTC(), System::nanoTime);
    }

    JobQueue(Jobs jobs, Map<String, Worker> workers, Clock clock, LongSupplier nanos) {
        this.jobs = jobs;
        this.workers = Map.copyOf(workers);
        this.clock = clock;
        this.nanos = nanos;
        board = new JobBoard(jobs);
        able = new AbleJobs(board, this.workers, listeners::ring);
    }

    /// Lets those jobs wait that a process which is gone was working on, and forgets what others
    /// waited for there. Only for the process that writes to the library.
    public void recover() {
        synchronized (board) {
            if (running == null) {
                all().stream()
                        .filter(job -> job.state() == State.RUNNING || job.lacking())
                        .forEach(job -> board.saveIfPossible(job.waiting()));
            }
        }
    }

    /// Begins to work. Without it jobs can only be looked at, added and changed.
    public void start() {
        synchronized (board) {
            if (thread == null && !closed) {
                recover();
                thread = Thread.ofPlatform().name("pharos-jobs").daemon().start(this::work);
            }
        }
    }

    /// Adds a waiting job at the end, unless there is one of this kind and subject that is not over
    /// and the kind has no use for several: then that one is given.
    public Job add(String kind, String subject, String title, String options) {
        Job job;
        synchronized (board) {
            job =
                    unfinished(kind, subject)
                            .orElseGet(() -> jobs.add(kind, subject, title, options));
        }
        changed();
        return job;
    }

    private Optional<Job> unfinished(String kind, String subject) {
        var worker = workers.get(kind);
        return worker != null && worker.several()
                ? Optional.empty()
                : all().stream()
                        .filter(job -> job.kind().equals(kind) && job.subject().equals(subject))
                        .filter(job -> !job.state().over())
                        .findFirst();
    }

    /// Looks again at the repository, to which somebody has added a job, and at what jobs wait for.
    public void changed() {
        synchronized (board) {
            try {
                look();
            } catch (RuntimeException e) {
                LOG.debug("what waiting jobs lack is asked again at the next change", e);
            }
            board.notifyAll();
        }
        listeners.ring();
    }

    /// As they are at this moment, in their order.
    public List<Job> all() {
        return board.all();
    }

    /// Stops a waiting or running job until it is resumed.
    public void pause(long id) {
        change(List.of(id), Job::paused);
    }

    /// Lets a paused job wait for its turn.
    public void resume(long id) {
        change(List.of(id), Job::resumed);
    }

    /// Shows as cancelled at once; its worker stops within 2 s. What it had finished is kept for a
    /// retry.
    public void cancel(long id) {
        cancel(List.of(id));
    }

    /// The same of several at once, so that none of them begins meanwhile.
    public void cancel(Collection<Long> ids) {
        change(ids, job -> job.cancelled(clock.instant()));
    }

    /// Lets a failed or cancelled job wait for its turn again, unless another one of its subject
    /// does.
    public void retry(long id) {
        retry(List.of(id));
    }

    /// The same of several.
    public void retry(Collection<Long> ids) {
        change(
                ids,
                job ->
                        switch (job.state()) {
                            case FAILED, CANCELLED ->
                                    unfinished(job.kind(), job.subject()).isPresent()
                                            ? job
                                            : job.waiting();
                            case WAITING, RUNNING, PAUSED, DONE -> job;
                        });
    }

    /// What cannot be saved holds all the same, for as long as the program runs, and is saved when
    /// that is possible again; the caller hears that it is not.
    private void change(Collection<Long> ids, UnaryOperator<Job> change) {
        synchronized (board) {
            boolean any = false;
            RuntimeException failure = null;
            for (long id : ids) {
                var job = board.find(id).orElse(null);
                var changed = job == null ? null : change.apply(job);
                if (changed != null && !changed.equals(job)) {
                    any = true;
                    try {
                        save(changed);
                    } catch (RuntimeException e) {
                        failure = e;
                    }
                }
            }
            if (any) {
                changed();
            }
            if (failure != null) {
                throw failure;
            }
        }
    }

    private void save(Job changed) {
        if (running != null && running.id() == changed.id()) {
            running.stop(changed);
        }
        board.save(changed);
    }

    /// Puts a waiting job before another one, or last where `before` is null.
    public void move(long id, @Nullable Long before) {
        jobs.move(id, before);
        changed();
    }

    /// Takes a job that is over out of the list; nothing that it made goes.
    public void remove(long id) {
        remove(List.of(id));
    }

    /// The same of several; of those that are not over, nothing.
    public void remove(Collection<Long> ids) {
        synchronized (board) {
            var over =
                    ids.stream()
                            .filter(id ->
                                    board.find(id).filter(job -> job.state().over()).isPresent())
                            .toList();
            if (over.isEmpty()) {
                return;
            }
            over.forEach(board::remove);
        }
        changed();
    }

    /// `listener` is called, on a worker thread and at most a few times a second, after something
    /// changed.
    public Subscription onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /// Blocks until all of the given jobs are over, paused or lack something, or the queue is
    /// closed. Progress adds up theirs.
    ///
    /// @throws CancellationException if cancelled; the jobs go on
    public void await(List<Long> ids, Progress progress) {
        var wanted = Set.copyOf(ids);
        synchronized (board) {
            look();
        }
        while (true) {
            boolean end;
            List<Job> mine;
            synchronized (board) {
                long begun = System.nanoTime();
                mine = all().stream().filter(job -> wanted.contains(job.id())).toList();
                end = mine.stream().allMatch(Job::resting);
                if (!end && !closed) {
                    long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
                    rest(Math.max(LOOK_MILLIS, LOOKING * took));
                }
                end |= closed;
            }
            progress.report(
                    mine.stream().mapToLong(Job::done).sum(),
                    mine.stream().mapToLong(Job::total).sum());
            progress.checkpoint();
            if (end) {
                return;
            }
        }
    }

    private void rest(long millis) {
        try {
            board.wait(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private void work() {
        boolean more = true;
        boolean told = false;
        while (more) {
            try {
                var run = next();
                told = false;
                more = run != null;
                if (run != null) {
                    work(run);
                }
            } catch (RuntimeException e) {
                LOG.atLevel(told ? Level.DEBUG : Level.ERROR)
                        .setCause(e)
                        .log("the queue could not be read or written; it is tried again");
                told = true;
                synchronized (board) {
                    more = !closed;
                    rest(more ? AGAIN_MILLIS : LOOK_MILLIS);
                }
            }
        }
    }

    private void work(JobRun run) {
        try {
            run.run();
        } finally {
            synchronized (board) {
                running = null;
            }
        }
        changed();
    }

    /// The next job's run; waits for one, and gives null once closed.
    private @Nullable JobRun next() {
        synchronized (board) {
            while (!closed) {
                boolean saved = board.saveAll();
                var first = able.jobs().findFirst();
                if (first.isPresent()) {
                    var worker = workers.getOrDefault(first.get().kind(), (_, _) -> {});
                    running = new JobRun(board, first.get(), worker, clock, nanos, listeners::ring);
                    listeners.ring();
                    return running;
                }
                rest(saved ? FOR_EVER : AGAIN_MILLIS);
            }
            return null;
        }
    }

    /// So that waiting jobs tell what they lack now, also while another one runs.
    private void look() {
        if (thread != null && !closed) {
            able.jobs().forEach(_ -> {});
        }
    }

    /// Stops the running job where it can be resumed, and waits for that.
    @Override
    public void close() {
        Thread working;
        synchronized (board) {
            closed = true;
            working = thread;
            if (running != null) {
                running.rest();
            }
            board.notifyAll();
        }
        try {
            if (working != null) {
                working.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            board.saveAll();
            listeners.close();
        }
    }
}
