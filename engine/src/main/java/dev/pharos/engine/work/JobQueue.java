package dev.pharos.engine.work;

import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/// Works on the [Jobs] of a library, one after another, on a thread of its own. Jobs survive
/// restarts; what a worker has saved of its own stays saved. Any thread.
public final class JobQueue implements AutoCloseable {

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
        void stage(String stage);

        void device(String device);
    }

    private final Jobs jobs;
    private final Map<String, Worker> workers;

    public JobQueue(Jobs jobs, Map<String, Worker> workers) {
        this.jobs = jobs;
        this.workers = Map.copyOf(workers);
    }

    /// Begins to work. Without it jobs can only be looked at, added and changed.
    public void start() {
        throw new UnsupportedOperationException(workers.toString());
    }

    public Job add(String kind, String subject, String title, String options) {
        return jobs.add(kind, subject, title, options);
    }

    /// As they are at this moment, in their order.
    public List<Job> all() {
        return jobs.all();
    }

    /// Stops a waiting or running job until it is resumed.
    public void pause(long id) {
        throw new UnsupportedOperationException(Long.toString(id));
    }

    /// Lets a paused job wait for its turn.
    public void resume(long id) {
        throw new UnsupportedOperationException(Long.toString(id));
    }

    /// Shows as cancelled at once; its worker stops within 2 s. What it had finished is kept for a
    /// retry.
    public void cancel(long id) {
        throw new UnsupportedOperationException(Long.toString(id));
    }

    /// Lets a failed or cancelled job wait for its turn again.
    public void retry(long id) {
        throw new UnsupportedOperationException(Long.toString(id));
    }

    /// Puts a waiting job before another one, or last where `before` is null.
    public void move(long id, @Nullable Long before) {
        throw new UnsupportedOperationException(id + " " + before);
    }

    /// Takes a job that is over out of the list; nothing that it made goes.
    public void remove(long id) {
        throw new UnsupportedOperationException(Long.toString(id));
    }

    /// `listener` is called, on a worker thread and at most a few times a second, after something
    /// changed.
    public Subscription onChange(Runnable listener) {
        throw new UnsupportedOperationException(listener.toString());
    }

    /// Blocks until all of the given jobs are over or paused. Progress adds up theirs.
    ///
    /// @throws CancellationException if cancelled; the jobs go on
    public void await(List<Long> ids, Progress progress) {
        throw new UnsupportedOperationException(ids + " " + progress);
    }

    /// Stops the running job where it can be resumed, and waits for that.
    @Override
    public void close() {}
}
