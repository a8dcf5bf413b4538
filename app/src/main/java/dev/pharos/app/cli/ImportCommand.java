package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.library.ImportSummary;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.engine.work.Job;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos import PATH…`: brings files and folders into the library.
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PATH", descriptionKey = "PATH", arity = "1..*")
    List<Path> paths = List.of();

    @Option(names = "--no-wait")
    boolean noWait;

    @Option(names = "--wait")
    boolean wait;

    @Mixin SpeechChoice speech = new SpeechChoice();

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ProblemException {
        var command = Objects.requireNonNull(spec);
        speech.check(command);
        if (wait && noWait) {
            throw Session.wrongUsage(command, "usage.waitOrNot");
        }
        var files = paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
        if (files.stream().noneMatch(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))) {
            throw new ProblemException(new Problem.FileMissing(files.getFirst()));
        }
        long begin = System.nanoTime();
        var options = speech.over(session.wiring());
        try (var library = session.open(Library.Access.WRITE, options)) {
            var tally = new Tally();
            tally.chosen = options.model() != null;
            try {
                readAll(library, files, tally, begin);
                tally.toBeTranscribed = library.recordings().wordless();
                if (wait) {
                    transcribe(library, options, tally);
                }
                if (!noWait) {
                    waitForMeaning(library);
                }
            } finally {
                report(tally, since(begin));
            }
            boolean all =
                    tally.summary().failed() == 0
                            && tally.notTranscribed == 0
                            && !tally.withoutModel;
            return all ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }
    }

    /// What is finished so far; it outlives an import that is cancelled.
    private static final class Tally {
        private final Map<Status, Integer> counts = new EnumMap<>(Status.class);
        private int passages;
        private int waiting;
        private int skipped;
        private int transcribed;
        private int notTranscribed;
        private int toBeTranscribed;
        private boolean withoutModel;
        private boolean chosen;
        private Duration searchable = Duration.ZERO;

        private void add(ImportResult result, boolean left) {
            if (result.problem() instanceof Problem.ToBeTranscribed) {
                waiting++;
            }
            if (left) {
                skipped++;
                return;
            }
            counts.merge(result.status(), 1, Integer::sum);
            if (result.status() == Status.IMPORTED || result.status() == Status.UPDATED) {
                passages += result.passages();
            }
        }

        private ImportSummary summary() {
            return new ImportSummary(counts, passages, searchable);
        }
    }

    private void readAll(Library library, List<Path> files, Tally tally, long begin)
            throws ProblemException {
        try (var bar = session.bar("progress.files")) {
            library.importer()
                    .importAll(
                            files,
                            new ImportListener() {
                                @Override
                                public void started(Path file) {}

                                @Override
                                public void finished(ImportResult result) {
                                    boolean left = skipped(result, files);
                                    tally.add(result, left);
                                    bar.above(() -> report(result, left));
                                }
                            },
                            bar);
        } finally {
            tally.searchable = since(begin);
        }
    }

    /// Works on all that waits: what an earlier import has left comes first.
    private void transcribe(Library library, TranscriptionOptions options, Tally tally)
            throws ProblemException {
        List<Job> done;
        try {
            var waiting = JobWork.waiting(library.jobs());
            done = new JobWork(session, library).run(waiting, options);
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.NoSpeechModel)) {
                throw e;
            }
            session.tell(ProblemText.of(e.problem()));
            tally.withoutModel = true;
            return;
        }
        var heard = done.stream().filter(JobLines::transcribes).toList();
        for (var job : done) {
            if (job.state() == Job.State.DONE && heard.contains(job)) {
                tally.transcribed++;
            }
            if (job.problem() != null && !(job.problem() instanceof Problem.DecodedInPart)) {
                session.tell(ProblemText.of(job.problem()));
            }
        }
        tally.notTranscribed = heard.size() - tally.transcribed;
        tally.toBeTranscribed = library.recordings().wordless();
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private void waitForMeaning(Library library) throws ProblemException {
        try (var bar = session.bar("progress.meaning")) {
            library.meaning().await(bar);
        }
        session.tellOfDevice(library);
    }

    /// A picture that lies in a folder is no failure: who names the folder means its texts.
    private static boolean skipped(ImportResult result, List<Path> named) {
        return result.problem() instanceof Problem.UnsupportedFormat(var file, var mediaType)
                && mediaType.startsWith("image/")
                && !named.contains(file);
    }

    /// Recordings that wait and pictures that were left out are told in one line at the end.
    private void report(ImportResult result, boolean left) {
        var problem = result.problem();
        if (session.json()) {
            session.printJson(SourceOutput.Imported.of(result, left));
        } else if (problem != null && !left && !(problem instanceof Problem.ToBeTranscribed)) {
            session.tell(ProblemText.of(problem));
        }
    }

    private void report(Tally tally, Duration whole) {
        var summary = tally.summary();
        if (session.json()) {
            session.printJson(
                    SourceOutput.ImportTotals.of(
                            summary,
                            whole,
                            tally.transcribed,
                            tally.toBeTranscribed,
                            tally.notTranscribed,
                            tally.skipped));
            return;
        }
        session.print(
                summary.files() == 0
                        ? text("import.none", JsonOutput.seconds(whole))
                        : done(summary, whole));
        if (wait && tally.transcribed + tally.notTranscribed + tally.toBeTranscribed > 0) {
            session.print(
                    text(
                            "import.transcribed",
                            tally.transcribed,
                            tally.notTranscribed,
                            tally.toBeTranscribed));
        }
        tellOfTheRest(tally);
    }

    private void tellOfTheRest(Tally tally) {
        if (tally.skipped > 0) {
            session.tell(text("import.skipped", tally.skipped));
        }
        if (tally.waiting == 0 || wait) {
            return;
        }
        session.tell(text("import.waiting", tally.waiting));
        if (!tally.chosen) {
            var folder = session.wiring().speechModels().folder();
            session.tell(ProblemText.of(new Problem.NoSpeechModel(folder)));
        }
    }

    private static String done(ImportSummary summary, Duration whole) {
        return text(
                "import.done",
                summary.files(),
                summary.counts().getOrDefault(Status.IMPORTED, 0),
                summary.counts().getOrDefault(Status.UPDATED, 0),
                summary.counts().getOrDefault(Status.UNCHANGED, 0),
                summary.counts().getOrDefault(Status.DUPLICATE, 0),
                summary.failed(),
                summary.passages(),
                JsonOutput.seconds(whole));
    }
}
