package dev.pharos.engine.work;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The [Jobs] as they are at this moment: what is saved of them, and what is known beyond that
/// because it is not worth saving yet, or could not be saved. A full disk must not hide what became
/// of a job. Any thread; its monitor also guards what its owner has to change with it.
final class JobBoard {
    private static final Logger LOG = LoggerFactory.getLogger(JobBoard.class);

    private final Jobs jobs;

    /// Jobs about which more is known than is saved.
    private final Map<Long, Job> unsaved = new HashMap<>();

    /// Whether a failure that lasts is logged.
    private boolean told;

    JobBoard(Jobs jobs) {
        this.jobs = jobs;
    }

    /// In their order.
    synchronized List<Job> all() {
        return jobs.all().stream().map(job -> unsaved.getOrDefault(job.id(), job)).toList();
    }

    synchronized Optional<Job> find(long id) {
        return jobs.find(id).map(job -> unsaved.getOrDefault(id, job));
    }

    /// Shows a job, and leaves for later to save it.
    synchronized void show(Job job) {
        unsaved.put(job.id(), job);
    }

    /// Where it throws, the job is shown like this all the same.
    synchronized void save(Job job) {
        show(job);
        jobs.save(job);
        unsaved.remove(job.id());
    }

    /// As [#save(Job)], for who has nobody to tell of a failure.
    synchronized boolean saveIfPossible(Job job) {
        try {
            save(job);
            told = false;
            return true;
        } catch (RuntimeException e) {
            LOG.atLevel(told ? Level.DEBUG : Level.WARN)
                    .setCause(e)
                    .log("the state of a job is not saved; it is tried again");
            told = true;
            return false;
        }
    }

    /// Saves what could not be saved before.
    ///
    /// @return whether nothing is left
    synchronized boolean saveAll() {
        return List.copyOf(unsaved.values()).stream()
                .map(this::saveIfPossible)
                .reduce(true, Boolean::logicalAnd);
    }

    synchronized void remove(long id) {
        jobs.remove(id);
        unsaved.remove(id);
    }
}
