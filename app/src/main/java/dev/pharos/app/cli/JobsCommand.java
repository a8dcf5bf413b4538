package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.JobQueue;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos jobs`: the long work that a library has before it; to look at, to change, and with
/// `--wait` to do.
@Command(name = "jobs")
final class JobsCommand implements Callable<Integer> {

    /// What to do with a job.
    enum Action {
        PAUSE,
        RESUME,
        CANCEL,
        RETRY,
        REMOVE,
        MOVE,
        ADD
    }

    private static final String BEFORE = "before";

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    @Nullable Action action;

    @Parameters(index = "1..*", paramLabel = "ID", descriptionKey = "ID", arity = "0..*")
    List<String> rest = List.of();

    @Option(names = "--wait")
    boolean wait;

    @Mixin SpeechChoice speech = new SpeechChoice();

    JobsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        var command = Objects.requireNonNull(spec);
        speech.check(command);
        if (action == Action.ADD) {
            return add();
        }
        if (!speech.nothingButModel()) {
            throw Session.wrongUsage(command, "usage.jobsOptions");
        }
        if (action != null) {
            return changeUnlessElsewhere(action);
        }
        if (wait) {
            return work();
        }
        try (var library = session.open(Library.Access.READ)) {
            var lines = new JobLines(session, library);
            var jobs = library.jobs().all();
            lines.show(jobs);
            lines.tellOfModel(jobs);
        }
        return ExitCode.DONE;
    }

    private int work() throws ProblemException {
        var options = speech.over(session.wiring());
        try (var library = session.open(Library.Access.WRITE, options)) {
            if (options.model() != null) {
                // before the first job: a slip in the name shall not make them all fail
                session.wiring().speechModels().find(options.model());
                retryThoseWithoutModel(library.jobs());
            }
            var waiting = JobWork.waiting(library.jobs());
            var done = new JobWork(session, library).run(waiting, options);
            var lines = new JobLines(session, library);
            lines.show(done);
            lines.tellOfModel(done);
            return done.stream().allMatch(job -> job.state() == Job.State.DONE)
                    ? ExitCode.DONE
                    : ExitCode.SOME_FAILED;
        }
    }

    /// Transcribes recordings of the library anew; what was known of their words stays.
    private int add() throws ProblemException {
        if (rest.isEmpty()) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.jobs");
        }
        var options = speech.over(session.wiring());
        if (options.model() != null) {
            session.wiring().speechModels().find(options.model());
        }
        try (var library = session.open(Library.Access.WRITE, options)) {
            var known = library.jobs().all().stream().map(Job::id).toList();
            var recordings = new LinkedHashSet<Source>();
            for (String id : rest) {
                recordings.add(recording(library, id));
            }
            var added = new ArrayList<Job>();
            for (Source recording : recordings) {
                var job = library.recordings().transcribe(recording.id(), options);
                if (known.contains(job.id())) {
                    session.tell(text("jobs.already", job.title()));
                }
                added.add(job);
            }
            var ids = added.stream().map(Job::id).toList();
            var done = wait ? new JobWork(session, library).run(ids, options) : added;
            new JobLines(session, library).show(done);
            return !wait || done.stream().allMatch(job -> job.state() == Job.State.DONE)
                    ? ExitCode.DONE
                    : ExitCode.SOME_FAILED;
        }
    }

    private static Source recording(Library library, String id) throws ProblemException {
        return library.sources()
                .findByPrefix(id)
                .filter(source -> source.kind() == SourceKind.RECORDING)
                .orElseThrow(() -> new ProblemException(new Problem.NoSuchSource(id)));
    }

    /// Jobs that failed only because there was no model go on with the one that is chosen now.
    private static void retryThoseWithoutModel(JobQueue jobs) {
        jobs.all().stream()
                .filter(job ->
                        job.problem() instanceof Problem.NoSpeechModel
                                || job.problem() instanceof Problem.MissingModel)
                .forEach(job -> jobs.retry(job.id()));
    }

    /// Only the process that works on jobs can change them.
    private int changeUnlessElsewhere(Action wish) throws ProblemException {
        try {
            return change(wish);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.LibraryInUse(var folder)) {
                session.tell(text("jobs.elsewhere", folder));
                return ExitCode.PROBLEM;
            }
            throw e;
        }
    }

    private int change(Action wish) throws ProblemException {
        var command = Objects.requireNonNull(spec);
        boolean move = wish == Action.MOVE && rest.size() == 3 && rest.get(1).equals(BEFORE);
        if (wait || !move && rest.size() != 1) {
            throw Session.wrongUsage(command, "usage.jobs");
        }
        long id = number(rest.getFirst());
        try (var library = session.open(Library.Access.WRITE)) {
            var jobs = library.jobs();
            var known = jobs.all().stream().map(Job::id).toList();
            var before = move ? (Long) number(rest.getLast()) : null;
            for (var each : before == null ? List.of(id) : List.of(id, before)) {
                if (!known.contains(each)) {
                    session.tell(text("jobs.unknown", each.toString()));
                    return ExitCode.PROBLEM;
                }
            }
            var all = jobs.all();
            apply(wish, jobs, id, before);
            return changed(wish, id, all, library);
        }
    }

    /// Shows the job as it is now, and tells what it was that forbade the wish.
    private int changed(Action wish, long id, List<Job> before, Library library) {
        var after = library.jobs().all();
        var lines = new JobLines(session, library);
        var now = after.stream().filter(job -> job.id() == id).findFirst();
        if (now.isEmpty()) {
            session.tell(text("jobs.removed", Long.toString(id)));
            return ExitCode.DONE;
        }
        lines.show(List.of(now.get()));
        if (!before.equals(after)) {
            return ExitCode.DONE;
        }
        var why =
                switch (wish) {
                    case PAUSE -> "jobs.pauseWhat";
                    case RESUME -> "jobs.resumeWhat";
                    case CANCEL -> "jobs.cancelWhat";
                    case RETRY -> "jobs.retryWhat";
                    case REMOVE -> "jobs.removeWhat";
                    case MOVE -> "jobs.moveWhat";
                    case ADD -> throw new IllegalArgumentException("a recording, not a job");
                };
        var state = JobLines.stateText(lines.state(now.get()));
        session.tell(text("jobs.unchanged", Long.toString(id), state));
        session.tell(text(why));
        return ExitCode.PROBLEM;
    }

    private static void apply(Action wish, JobQueue jobs, long id, @Nullable Long before) {
        switch (wish) {
            case PAUSE -> jobs.pause(id);
            case RESUME -> jobs.resume(id);
            case CANCEL -> jobs.cancel(id);
            case RETRY -> jobs.retry(id);
            case REMOVE -> jobs.remove(id);
            case MOVE -> {
                if (JobWork.waiting(jobs).contains(id)) {
                    jobs.move(id, before);
                }
            }
            case ADD -> throw new IllegalArgumentException("a recording, not a job");
        }
    }

    private long number(String typed) {
        if (!typed.matches("[0-9]{1,18}")) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.jobId", typed);
        }
        return Long.parseLong(typed);
    }
}
