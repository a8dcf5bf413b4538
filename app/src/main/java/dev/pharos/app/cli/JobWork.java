package dev.pharos.app.cli;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;

import java.util.HashSet;
import java.util.List;

/// Does the long work of a library while the user waits for it.
final class JobWork {
    private final Session session;
    private final Library library;

    /// @param library opened for writing
    JobWork(Session session, Library library) {
        this.session = session;
        this.library = library;
    }

    /// Those that a worker would take, in their order.
    static List<Long> waiting(JobQueue jobs) {
        return jobs.all().stream()
                .filter(job -> job.state() == Job.State.WAITING || job.state() == Job.State.RUNNING)
                .map(Job::id)
                .toList();
    }

    /// Blocks until the given jobs are over or paused.
    ///
    /// @return those jobs as they are then
    /// @throws java.util.concurrent.CancellationException if the user asked to stop; the jobs go on
    ///   where they are the next time
    List<Job> run(List<Long> ids) {
        library.jobs().start();
        try (var bar = session.bar(this::words)) {
            library.jobs().await(ids, bar);
        }
        var wanted = new HashSet<>(ids);
        return library.jobs().all().stream().filter(job -> wanted.contains(job.id())).toList();
    }

    private String words(long done, long total) {
        return library.jobs().all().stream()
                .filter(job -> job.state() == Job.State.RUNNING)
                .findFirst()
                .map(job -> SpeechBar.line(job.stage(), done, total, job.speed(), job.device()))
                .orElseGet(() -> SpeechBar.line(null, done, total, 0, null));
    }
}
