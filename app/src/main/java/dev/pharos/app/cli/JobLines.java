package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Recordings;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.making.MakingStep;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.work.Job;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The jobs of a library as they are shown, a line each.
final class JobLines {
    private final Session session;
    private final Library library;

    JobLines(Session session, Library library) {
        this.session = session;
        this.library = library;
    }

    void show(List<Job> jobs) {
        for (var job : jobs) {
            if (session.json()) {
                session.printJson(
                        SpeechOutput.Worked.of(
                                job,
                                state(job),
                                wordless(job) ? text("jobs.noSpeech") : lack(job),
                                complete(job)));
            } else {
                session.print(line(job, state(job)));
            }
        }
        if (jobs.isEmpty() && !session.json()) {
            session.tell(text("jobs.none"));
        }
    }

    /// A job that was running when its program was killed waits, though nobody has written it down.
    Job.State state(Job job) {
        return job.state() != Job.State.RUNNING
                        || session.wiring().beingWritten(session.libraryFolder())
                ? job.state()
                : Job.State.WAITING;
    }

    private String line(Job job, Job.State now) {
        var how =
                switch (now) {
                    case RUNNING ->
                            !transcribes(job)
                                    ? step(job)
                                    : job.total() <= 0
                                            ? ""
                                            : SpeechBar.line(
                                                    job.stage(),
                                                    job.done(),
                                                    job.total(),
                                                    job.speed(),
                                                    job.device());
                    case FAILED -> job.problem() == null ? "" : ProblemText.of(job.problem());
                    case WAITING, PAUSED ->
                            job.problem() instanceof Problem.TranscribedFirst first
                                    ? ProblemText.of(first)
                                    : !transcribes(job) || job.done() <= 0 ? "" : kept(job);
                    case DONE -> partial(job).map(JobLines::part).orElseGet(() -> notice(job));
                    case CANCELLED -> "";
                };
        var state = lacksModel(job) ? text("jobs.waitingForModel") : stateText(now);
        String title = transcribes(job) ? job.title() : text("jobs.note", job.title());
        return text("jobs.line", Long.toString(job.id()), state, title, how);
    }

    /// Whether it finds the words of a recording; else it makes notes.
    static boolean transcribes(Job job) {
        return job.kind().equals(Recordings.TRANSCRIBE);
    }

    /// What a job that makes notes is doing.
    static String step(Job job) {
        return Arrays.stream(MakingStep.values())
                .filter(step -> step.id().equals(job.stage()))
                .map(StepText::of)
                .findFirst()
                .orElse("");
    }

    private static String part(Transcript words) {
        return text("jobs.part", TimeText.of(words.durationMs()));
    }

    private String notice(Job job) {
        if (wordless(job)) {
            return text("jobs.noSpeech");
        }
        return job.problem() == null ? "" : ProblemText.of(job.problem());
    }

    private static String kept(Job job) {
        return text("jobs.kept", TimeText.of(job.done()), TimeText.of(job.total()));
    }

    /// Whether it waits only because no model is chosen, neither for it nor in the settings.
    private boolean lacksModel(Job job) {
        return job.state() == Job.State.WAITING && withoutModel(job) && !modelChosen();
    }

    private @Nullable String lack(Job job) {
        var folder = session.wiring().speechModels().folder();
        return lacksModel(job) ? ProblemText.of(new Problem.NoSpeechModel(folder)) : null;
    }

    /// What helps all of them that wait for a model.
    void tellOfModel(List<Job> jobs) {
        if (!session.json()) {
            jobs.stream()
                    .map(this::lack)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(session::tell);
        }
    }

    static boolean withoutModel(Job job) {
        return transcribes(job) && !JsonOutput.read(job.options()).hasNonNull("model");
    }

    private boolean modelChosen() {
        try {
            return session.wiring().transcriptionOptions().model() != null;
        } catch (ProblemException _) {
            return true; // who works on the job says what is wrong
        }
    }

    static String stateText(Job.State state) {
        return switch (state) {
            case WAITING -> text("jobs.waiting");
            case RUNNING -> text("jobs.running");
            case PAUSED -> text("jobs.paused");
            case DONE -> text("jobs.done");
            case FAILED -> text("jobs.failed");
            case CANCELLED -> text("jobs.cancelled");
        };
    }

    private static boolean done(Job job) {
        return job.state() == Job.State.DONE;
    }

    /// Whether it ended well, and nobody speaks in what it heard.
    private boolean wordless(Job job) {
        return done(job)
                && transcribes(job)
                && library.sources()
                        .find(SourceId.of(job.subject()))
                        .filter(source -> source.passages() == 0)
                        .isPresent();
    }

    private @Nullable Boolean complete(Job job) {
        return done(job) && transcribes(job) ? partial(job).isEmpty() : null;
    }

    /// The transcript, without its words, of a recording of which only a part could be decoded.
    private Optional<Transcript> partial(Job job) {
        return done(job) && transcribes(job)
                ? library.transcripts()
                        .heard(SourceId.of(job.subject()), 0, 0)
                        .filter(words -> !words.complete())
                : Optional.empty();
    }

    /// Tells of those among finished jobs whose recording could be decoded in part only.
    void tellOfParts(List<Job> jobs) {
        for (var job : jobs) {
            partial(job)
                    .map(Transcript::durationMs)
                    .map(TimeText::of)
                    .ifPresent(end -> session.tell(text("transcribe.partial", job.title(), end)));
        }
    }
}
