package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.BatchItem;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Job;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos batch`: notes of many recordings, documents and texts at once.
@Command(name = "batch")
final class BatchCommand implements Callable<Integer> {

    /// What to do.
    enum Action {
        SUBMIT,
        STATUS,
        RESULTS,
        CANCEL,
        RETRY,
        REMOVE
    }

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.STATUS;

    @Parameters(index = "1..*", paramLabel = "FILE|ID", descriptionKey = "WORD", arity = "0..*")
    List<String> words = List.of();

    @Mixin BatchSubmission submission = new BatchSubmission();

    @Option(names = "--wait")
    boolean wait;

    BatchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException, IOException {
        var command = Objects.requireNonNull(spec);
        if (action != Action.SUBMIT && submission.used()) {
            throw Session.wrongUsage(command, "usage.batchSubmit");
        }
        if (wait && action != Action.SUBMIT && action != Action.RETRY) {
            throw Session.wrongUsage(command, "usage.batchWait");
        }
        return switch (action) {
            case SUBMIT -> submit();
            case STATUS -> status();
            case RESULTS -> results();
            case CANCEL, RETRY, REMOVE -> changeUnlessElsewhere();
        };
    }

    private int submit() throws ProblemException, IOException {
        submission.check(Objects.requireNonNull(spec), words);
        submission.read(words, session);
        var options = submission.speech(session.wiring());
        try (var library = session.open(Library.Access.WRITE, options)) {
            var submitted = submission.of(words, session, library);
            if (submitted.batch() == null) {
                return ExitCode.PROBLEM;
            }
            int code = wait(library, submitted.batch());
            return submitted.refused() > 0 ? ExitCode.SOME_FAILED : code;
        }
    }

    /// Does the work where that is wished for, and shows the batch.
    private int wait(Library library, Batch batch) {
        var lines = new BatchLines(session, library);
        if (!wait) {
            lines.show(batch);
            if (!session.json() && !batch.status().over()) {
                session.tell(text("batch.queued", session.command("jobs --wait")));
            }
            return ExitCode.DONE;
        }
        var done = new BatchWork(session, library).run(batch.id());
        if (session.json()) {
            lines.results(done);
        } else {
            lines.show(done);
        }
        return done.status() == Batch.Status.COMPLETED ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private int status() throws ProblemException {
        if (words.size() > 1) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.batch");
        }
        try (var library = session.open(Library.Access.READ)) {
            var lines = new BatchLines(session, library);
            if (!words.isEmpty()) {
                var batch = find(library);
                if (batch == null) {
                    return ExitCode.PROBLEM;
                }
                lines.show(batch);
                return ExitCode.DONE;
            }
            var all = library.batches().all();
            all.forEach(each -> lines.head(now(each, library)));
            if (all.isEmpty() && !session.json()) {
                session.tell(text("batch.none"));
            }
        }
        return ExitCode.DONE;
    }

    private int results() throws ProblemException {
        try (var library = session.open(Library.Access.READ)) {
            var batch = find(library);
            if (batch == null) {
                return ExitCode.PROBLEM;
            }
            new BatchLines(session, library).results(batch);
        }
        return ExitCode.DONE;
    }

    /// Only the process that works on a batch can change it.
    private int changeUnlessElsewhere() throws ProblemException {
        try {
            return change();
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.LibraryInUse(var folder)) {
                session.tell(text("batch.elsewhere", folder));
                return ExitCode.PROBLEM;
            }
            throw e;
        }
    }

    private int change() throws ProblemException {
        try (var library = session.open(Library.Access.WRITE)) {
            var batch = find(library);
            if (batch == null) {
                return ExitCode.PROBLEM;
            }
            return change(library, batch);
        }
    }

    private int change(Library library, Batch batch) throws ProblemException {
        var batches = library.batches();
        String why =
                switch (action) {
                    case CANCEL -> {
                        batches.cancel(batch.id());
                        yield "batch.cancelWhat";
                    }
                    case RETRY -> {
                        batches.retry(batch.id());
                        yield "batch.retryWhat";
                    }
                    case REMOVE -> {
                        batches.remove(batch.id());
                        yield "batch.removeWhat";
                    }
                    case SUBMIT, STATUS, RESULTS -> throw new IllegalArgumentException();
                };
        var now = batches.find(batch.id());
        if (now.isEmpty()) {
            session.tell(text("batch.removed", BatchLines.id(batch)));
            return ExitCode.DONE;
        }
        if (states(now.get()).equals(states(batch))) {
            new BatchLines(session, library).head(now.get());
            session.tell(text(why));
            return ExitCode.PROBLEM;
        }
        return wait(library, now.get());
    }

    private static List<Job.State> states(Batch batch) {
        return batch.items().stream().map(BatchItem::state).toList();
    }

    /// Null where there is no such batch, which is told.
    private @Nullable Batch find(Library library) {
        if (words.size() != 1) {
            throw Session.wrongUsage(Objects.requireNonNull(spec), "usage.batch");
        }
        String typed = words.getFirst();
        var found =
                library.batches().all().stream()
                        .filter(each -> each.id().toString().startsWith(typed))
                        .toList();
        if (found.size() != 1 || typed.length() < BatchLines.SHORTEST_PREFIX) {
            session.tell(text("batch.unknown", typed));
            return null;
        }
        return now(found.getFirst(), library);
    }

    private Batch now(Batch batch, Library library) {
        return library.access() == Library.Access.WRITE
                        || session.wiring().beingWritten(session.libraryFolder())
                ? batch
                : batch.resting();
    }
}
