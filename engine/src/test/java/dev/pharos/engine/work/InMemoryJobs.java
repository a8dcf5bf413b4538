package dev.pharos.engine.work;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// [Jobs] for tests.
public final class InMemoryJobs implements Jobs {
    private final List<Job> jobs = new ArrayList<>();
    private final Clock clock;
    private long lastId;

    public InMemoryJobs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Job add(String kind, String subject, String title, String options) {
        var job =
                new Job(
                        ++lastId,
                        kind,
                        subject,
                        title,
                        options,
                        Job.State.WAITING,
                        null,
                        0,
                        0,
                        0,
                        null,
                        null,
                        clock.instant(),
                        null,
                        null);
        jobs.add(job);
        return job;
    }

    @Override
    public synchronized Optional<Job> find(long id) {
        return jobs.stream().filter(job -> job.id() == id).findFirst();
    }

    @Override
    public synchronized List<Job> all() {
        return List.copyOf(jobs);
    }

    @Override
    public synchronized void save(Job job) {
        jobs.replaceAll(each -> each.id() == job.id() ? job : each);
    }

    @Override
    public synchronized void move(long id, @Nullable Long before) {
        var job = find(id);
        if (job.isPresent() && (before == null || before != id)) {
            jobs.remove(job.get());
            int to = before == null ? -1 : all().stream().map(Job::id).toList().indexOf(before);
            jobs.add(to < 0 ? jobs.size() : to, job.get());
        }
    }

    @Override
    public synchronized void order(List<Long> ids) {
        jobs.sort(
                Comparator.comparingInt(
                        job -> ids.contains(job.id()) ? ids.indexOf(job.id()) : ids.size()));
    }

    @Override
    public synchronized void remove(long id) {
        jobs.removeIf(job -> job.id() == id);
    }
}
