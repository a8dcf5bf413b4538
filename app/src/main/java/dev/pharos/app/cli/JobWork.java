package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
    /// @param options that the library was opened with
    /// @return those jobs as they are then; those of them that are only a part are told
    /// @throws ProblemException `NoSpeechModel` where all of them transcribe and there is none for
    ///   one of them: before any begins, so that they all go on waiting
    /// @throws java.util.concurrent.CancellationException if the user asked to stop; the jobs go on
    ///   where they are the next time
    List<Job> run(List<Long> ids, TranscriptionOptions options) throws ProblemException {
        var wanted = new HashSet<>(ids);
        var before = of(wanted);
        if (options.model() == null
                && before.stream().allMatch(JobLines::transcribes)
                && before.stream().anyMatch(JobLines::withoutModel)) {
            var folder = session.wiring().speechModels().folder();
            throw new ProblemException(new Problem.NoSpeechModel(folder));
        }
        library.jobs().start();
        try (var bar = session.bar(this::words)) {
            library.jobs().await(ids, bar);
        }
        var done = of(wanted);
        new JobLines(session, library).tellOfParts(done);
        return done;
    }

    private List<Job> of(Set<Long> ids) {
        return library.jobs().all().stream().filter(job -> ids.contains(job.id())).toList();
    }

    private String words(long done, long total) {
        return library.jobs().all().stream()
                .filter(job -> job.state() == Job.State.RUNNING)
                .findFirst()
                .map(job ->
                        JobLines.transcribes(job)
                                ? SpeechBar.line(
                                        job.stage(), done, total, job.speed(), job.device())
                                : text("progress.note", job.title(), JobLines.step(job)))
                .orElseGet(() -> SpeechBar.line(null, done, total, 0, null));
    }
}
