package dev.pharos.ui.job;

import dev.pharos.engine.batch.Batches;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.control.TimeText;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in words how a job stands.
public final class JobText {
    private final Texts texts;
    private final ProblemText problems;

    public JobText(Texts texts, ProblemText problems) {
        this.texts = texts;
        this.problems = problems;
    }

    /// What is being done, or what became of it.
    public String stage(Job job) {
        return switch (job.state()) {
            case WAITING -> texts.text(lacksModel(job) ? "job.waitingForModel" : "job.waiting");
            case RUNNING -> running(job.stage());
            case PAUSED -> texts.text("job.paused");
            case DONE -> texts.text("job.done");
            case FAILED -> texts.text("job.failed");
            case CANCELLED -> texts.text("job.cancelled");
        };
    }

    /// Whether it cannot begin before a model is chosen.
    public static boolean lacksModel(Job job) {
        return job.problem() instanceof Problem.NoSpeechModel;
    }

    /// Whether it only waits for something, which its stage or its facts tell.
    static boolean lacks(Job job) {
        return lacksModel(job) || job.problem() instanceof Problem.TranscribedFirst;
    }

    /// How it stands and all that is known about it, in one line.
    public String line(Job job) {
        String facts = about(job);
        return facts.isEmpty() ? stage(job) : stage(job) + " · " + facts;
    }

    private String running(@Nullable String stage) {
        return switch (stage) {
            case "listening" -> texts.text("job.stage.listening");
            case "speakers" -> texts.text("job.stage.speakers");
            case "content_analysis" -> texts.text("job.stage.reading");
            case "research" -> texts.text("job.stage.researching");
            case "note_generation" -> texts.text("job.stage.writing");
            case "relationship_mapping" -> texts.text("job.stage.relating");
            case null -> texts.text("job.stage.starting");
            default -> texts.text("job.stage.working");
        };
    }

    /// How far, how fast, on what, and how long still; or the problem.
    public String about(Job job) {
        String problem = job.problem() == null || lacks(job) ? "" : problems.of(job.problem());
        if (job.state().over()) {
            return problem;
        }
        boolean runs = job.state() == Job.State.RUNNING;
        return joined(Stream.of(facts(job), left(runs ? job.remaining() : null), problem));
    }

    /// How far, how fast and on what; empty of what is over.
    public String facts(Job job) {
        if (job.state().over()) {
            return "";
        }
        if (job.kind().equals(Batches.MAKE_NOTE)) {
            var lacking = job.problem();
            return lacking instanceof Problem.TranscribedFirst ? problems.of(lacking) : "";
        }
        boolean runs = job.state() == Job.State.RUNNING;
        return joined(
                Stream.of(
                        job.total() > 0
                                ? texts.text(
                                        "job.progress", Clock.of(job.done()), Clock.of(job.total()))
                                : "",
                        runs && job.speed() > 0 ? texts.text("job.speed", job.speed()) : "",
                        runs && job.device() != null ? job.device() : ""));
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
    }

    private String left(@Nullable Duration left) {
        return left == null ? "" : TimeText.left(left, texts);
    }

    /// How far it is, 0 to 1; -1 while that is unknown.
    public static double fraction(Job job) {
        if (job.state() == Job.State.DONE) {
            return 1;
        }
        if (job.total() <= 0) {
            return job.state() == Job.State.RUNNING ? -1 : 0;
        }
        return Math.min(1, (double) job.done() / job.total());
    }
}
