package dev.pharos.engine.work;

import dev.pharos.engine.work.Job.State;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// [Jobs] whose database can fail, as that on a full or removed disk does.
public final class FailingJobs implements Jobs {
    private final Jobs jobs;
    private final BlockingQueue<State> refused = new LinkedBlockingQueue<>();
    private volatile boolean failing;
    private volatile boolean full;

    public FailingJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    void fail(boolean now) {
        failing = now;
    }

    /// Nothing can be saved, all can be read.
    public void full(boolean now) {
        full = now;
    }

    /// The states of jobs that could not be saved.
    BlockingQueue<State> refused() {
        return refused;
    }

    private Jobs open() {
        if (failing) {
            throw new IllegalStateException("the database fails");
        }
        return jobs;
    }

    @Override
    public Job add(String kind, String subject, String title, String options) {
        return open().add(kind, subject, title, options);
    }

    @Override
    public Optional<Job> find(long id) {
        return open().find(id);
    }

    @Override
    public List<Job> all() {
        return open().all();
    }

    @Override
    public void save(Job job) {
        if (failing || full) {
            refused.add(job.state());
            throw new IllegalStateException("the database cannot be written");
        }
        jobs.save(job);
    }

    @Override
    public void move(long id, @Nullable Long before) {
        open().move(id, before);
    }

    @Override
    public void order(List<Long> ids) {
        open().order(ids);
    }

    @Override
    public void remove(long id) {
        open().remove(id);
    }
}
