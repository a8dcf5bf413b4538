package dev.pharos.engine.work;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Job.State;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/// Works on the [Jobs] of a library, one after another, on a thread of its own. Jobs survive
/// restarts; what a worker has saved of its own stays saved. Any thread.
public final class JobQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);
    private static final long SAVE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long LOOK_MILLIS = 100;
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
    }

    /// What a worker tells while it works.
    public interface Report extends Progress {
        /// Speed is measured anew from here.
        void stage(String stage);

        void device(String device);
    }

    private final Jobs jobs;
    private final Map<String, Worker> workers;
    private final Clock clock;
    private final LongSupplier nanos;
    private final ChangeListeners listeners = new ChangeListeners();

    /// Guards all below, and the order in which jobs are saved.
    private final Object lock = new Object();

    /// Jobs about which more is known than is saved.
    private final Map<Long, Job> unsaved = new HashMap<>();

    private @Nullable Run running;
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
    }

    /// Lets those jobs wait that a process which is gone was working on. Only for the process that
    /// writes to the library.
    public void recover() {
        synchronized (lock) {
            if (running == null) {
                all().stream()
                        .filter(job -> job.state() == State.RUNNING)
                        .forEach(job -> save(waiting(job)));
            }
        }
    }

    /// Begins to work. Without it jobs can only be looked at, added and changed.
    public void start() {
        synchronized (lock) {
            if (thread == null && !closed) {
                recover();
                thread = Thread.ofPlatform().name("pharos-jobs").daemon().start(this::work);
            }
        }
    }

    /// Adds a waiting job at the end, unless there is one of this kind and subject that is not
    /// over: then that one is given.
    public Job add(String kind, String subject, String title, String options) {
        Job job;
        synchronized (lock) {
            job =
                    unfinished(kind, subject)
                            .orElseGet(() -> jobs.add(kind, subject, title, options));
        }
        changed();
        return job;
    }

    private Optional<Job> unfinished(String kind, String subject) {
        return all().stream()
                .filter(job -> job.kind().equals(kind) && job.subject().equals(subject))
                .filter(job -> !job.state().over())
                .findFirst();
    }

    /// Looks again at the repository, to which somebody has added a job.
    public void changed() {
        synchronized (lock) {
            lock.notifyAll();
        }
        listeners.ring();
    }

    /// As they are at this moment, in their order.
    public List<Job> all() {
        synchronized (lock) {
            return jobs.all().stream().map(job -> unsaved.getOrDefault(job.id(), job)).toList();
        }
    }

    /// Stops a waiting or running job until it is resumed.
    public void pause(long id) {
        change(
                id,
                job ->
                        switch (job.state()) {
                            case WAITING, RUNNING ->
                                    job.with(State.PAUSED, null, job.started(), null);
                            case PAUSED, DONE, FAILED, CANCELLED -> job;
                        });
    }

    /// Lets a paused job wait for its turn.
    public void resume(long id) {
        change(id, job -> job.state() == State.PAUSED ? waiting(job) : job);
    }

    /// Shows as cancelled at once; its worker stops within 2 s. What it had finished is kept for a
    /// retry.
    public void cancel(long id) {
        change(
                id,
                job ->
                        job.state().over()
                                ? job
                                : job.with(State.CANCELLED, null, job.started(), clock.instant()));
    }

    /// Lets a failed or cancelled job wait for its turn again, unless another one of its subject
    /// does.
    public void retry(long id) {
        change(
                id,
                job ->
                        switch (job.state()) {
                            case FAILED, CANCELLED ->
                                    unfinished(job.kind(), job.subject()).isPresent()
                                            ? job
                                            : waiting(job);
                            case WAITING, RUNNING, PAUSED, DONE -> job;
                        });
    }

    private static Job waiting(Job job) {
        return job.with(State.WAITING, null, job.started(), null);
    }

    private void change(long id, UnaryOperator<Job> change) {
        synchronized (lock) {
            var job = find(id).orElse(null);
            if (job == null) {
                return;
            }
            var changed = change.apply(job);
            if (changed.equals(job)) {
                return;
            }
            if (running != null && running.id() == id) {
                running.stopped = true;
            }
            save(changed);
        }
        changed();
    }

    private Optional<Job> find(long id) {
        return jobs.find(id).map(job -> unsaved.getOrDefault(id, job));
    }

    private void save(Job job) {
        unsaved.put(job.id(), job);
        jobs.save(job);
        unsaved.remove(job.id());
    }

    /// Puts a waiting job before another one, or last where `before` is null.
    public void move(long id, @Nullable Long before) {
        jobs.move(id, before);
        changed();
    }

    /// Takes a job that is over out of the list; nothing that it made goes.
    public void remove(long id) {
        synchronized (lock) {
            if (find(id).filter(job -> job.state().over()).isEmpty()) {
                return;
            }
            jobs.remove(id);
            unsaved.remove(id);
        }
        changed();
    }

    /// `listener` is called, on a worker thread and at most a few times a second, after something
    /// changed.
    public Subscription onChange(Runnable listener) {
        return listeners.add(listener);
    }

    /// Blocks until all of the given jobs are over or paused. Progress adds up theirs.
    ///
    /// @throws CancellationException if cancelled, or the queue is closed; the jobs go on
    public void await(List<Long> ids, Progress progress) {
        while (true) {
            boolean end;
            List<Job> mine;
            synchronized (lock) {
                mine = all().stream().filter(job -> ids.contains(job.id())).toList();
                end = mine.stream().allMatch(job -> resting(job.state()));
                if (!end && !closed) {
                    rest(LOOK_MILLIS);
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

    private static boolean resting(State state) {
        return state.over() || state == State.PAUSED;
    }

    private void rest(long millis) {
        try {
            lock.wait(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private void work() {
        boolean more = true;
        while (more) {
            try {
                var run = next();
                more = run != null;
                if (run != null) {
                    run.run();
                    changed();
                }
            } catch (RuntimeException e) {
                LOG.error("the queue could not be read or written; it is tried again", e);
                synchronized (lock) {
                    more = !closed;
                    rest(LOOK_MILLIS);
                }
            }
        }
    }

    /// The next job's run; waits for one, and gives null once closed.
    private @Nullable Run next() {
        synchronized (lock) {
            while (!closed) {
                var next =
                        all().stream()
                                .filter(job -> job.state() == State.WAITING)
                                .filter(job -> workers.containsKey(job.kind()))
                                .findFirst();
                if (next.isPresent()) {
                    running = new Run(next.get());
                    listeners.ring();
                    return running;
                }
                rest(FOR_EVER);
            }
            return null;
        }
    }

    /// One job being worked on, from its start to its end or until it is stopped.
    private final class Run implements Report {
        private final Worker worker;
        private volatile boolean stopped;
        private Job job;
        private Speed speed = new Speed();
        private long saved;

        private Run(Job next) {
            worker = workers.getOrDefault(next.kind(), (_, _) -> {});
            job = next.with(State.RUNNING, null, clock.instant(), null);
            keep(true);
        }

        private long id() {
            return job.id();
        }

        private void run() {
            try {
                worker.run(job, this);
                end(State.DONE, null);
            } catch (CancellationException e) {
                if (!stopped) {
                    end(State.FAILED, Problem.Unexpected.logged(LOG, job.title(), e));
                }
            } catch (ProblemException e) {
                LOG.info("{}: {}", job.title(), e.problem(), e);
                end(State.FAILED, e.problem());
            } catch (RuntimeException | Error e) {
                end(State.FAILED, Problem.Unexpected.logged(LOG, job.title(), e));
            } finally {
                synchronized (lock) {
                    running = null;
                }
            }
        }

        /// What was paused may still end well; what was cancelled or failed while it was being
        /// stopped stays as it is shown.
        private void end(State state, @Nullable Problem problem) {
            synchronized (lock) {
                var shown = find(id()).orElse(job);
                if (stopped && (state == State.FAILED || shown.state() == State.CANCELLED)) {
                    return;
                }
                long done = state == State.DONE ? Math.max(job.done(), job.total()) : job.done();
                job =
                        job.with(job.stage(), done, job.total(), job.speed(), job.device())
                                .with(state, problem, job.started(), clock.instant());
                keep(true);
            }
        }

        @Override
        public void report(long done, long total) {
            double now = speed.at(nanos.getAsLong(), done);
            tell(job.with(job.stage(), done, total, now, job.device()), false);
        }

        @Override
        public void stage(String stage) {
            speed = new Speed();
            tell(job.with(stage, job.done(), job.total(), 0, job.device()), true);
        }

        @Override
        public void device(String device) {
            if (!device.equals(job.device())) {
                tell(job.with(job.stage(), job.done(), job.total(), job.speed(), device), true);
            }
        }

        @Override
        public boolean cancelled() {
            return stopped;
        }

        private void tell(Job now, boolean important) {
            synchronized (lock) {
                if (stopped) {
                    return;
                }
                job = now;
                keep(important || nanos.getAsLong() - saved > SAVE_NANOS);
            }
            listeners.ring();
        }

        /// Stops so that it can go on at the next start.
        private void rest() {
            stopped = true;
            job = waiting(job);
            keep(true);
        }

        /// A full disk must not hide from those who look here what became of the job.
        private void keep(boolean durably) {
            unsaved.put(job.id(), job);
            if (durably) {
                try {
                    save(job);
                    saved = nanos.getAsLong();
                } catch (RuntimeException e) {
                    LOG.warn("the state of a job is not saved", e);
                }
            }
        }
    }

    /// Stops the running job where it can be resumed, and waits for that.
    @Override
    public void close() {
        Thread working;
        synchronized (lock) {
            closed = true;
            working = thread;
            if (running != null && !running.stopped) {
                running.rest();
            }
            lock.notifyAll();
        }
        try {
            if (working != null) {
                working.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.close();
        }
    }
}
