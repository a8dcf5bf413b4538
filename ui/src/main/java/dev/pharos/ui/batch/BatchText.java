package dev.pharos.ui.batch;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.BatchItem;
import dev.pharos.engine.batch.BatchItem.Step;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.control.SpokenLanguages;
import dev.pharos.ui.control.TimeText;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.making.MakingText;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in words how batches stand.
final class BatchText {
    private final Texts texts;
    private final ProblemText problems;

    BatchText(Texts texts) {
        this.texts = texts;
        problems = new ProblemText(texts);
    }

    String title(Batch batch) {
        String first = Toasts.name(batch.items().getFirst().title());
        return batch.items().size() == 1
                ? first
                : texts.text("batch.title", first, batch.items().size() - 1);
    }

    /// How its notes are made, and since when.
    String about(Batch batch) {
        var making = batch.settings().making();
        String spoken = batch.settings().spoken();
        return joined(
                Stream.of(
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withLocale(texts.locale())
                                .withZone(ZoneId.systemDefault())
                                .format(batch.created()),
                        making.depth() == null ? "" : MakingText.depth(making.depth(), texts),
                        making.parts() > 1 ? texts.text("making.part", making.parts()) : "",
                        spoken == null ? "" : SpokenLanguages.name(spoken, texts),
                        making.research() ? texts.text("batch.research") : ""));
    }

    /// How far it is, and how long it will still take.
    String stand(Batch batch) {
        int failed = batch.count(Job.State.FAILED);
        var status = batch.status();
        String many = texts.text("batch.done", batch.count(Job.State.DONE), batch.items().size());
        String trouble = failed > 0 ? texts.text("batch.failed", failed) : "";
        return switch (status) {
            case COMPLETED -> texts.text("batch.status.completed");
            case FAILED -> texts.text("batch.status.failed");
            case CANCELLED -> texts.text("batch.status.cancelled");
            case PARTIAL -> joined(Stream.of(many, trouble));
            case PAUSED -> joined(Stream.of(texts.text("job.paused"), many, trouble));
            case QUEUED ->
                    joined(
                            Stream.of(
                                    texts.text("job.waiting"),
                                    ahead(batch.ahead().orElse(null)),
                                    takes(batch.remaining())));
            case PROCESSING -> joined(Stream.of(many, trouble, left(batch.remaining())));
        };
    }

    /// What is being done with one of them, or what became of it.
    String stand(BatchItem item) {
        return switch (item.state()) {
            case WAITING ->
                    item.problem() != null && item.current().isPresent()
                            ? waits(item.problem())
                            : joined(
                                    Stream.of(
                                            texts.text("job.waiting"),
                                            ahead(item.ahead()),
                                            takes(item.remaining())));
            case RUNNING -> item.current().map(this::running).orElse("");
            case PAUSED -> texts.text("job.paused");
            case DONE ->
                    item.relations() > 0 ? texts.text("batch.relations", item.relations()) : "";
            case CANCELLED -> texts.text("job.cancelled");
            case FAILED ->
                    item.problem() == null ? texts.text("job.failed") : problems.of(item.problem());
        };
    }

    private String waits(Problem problem) {
        return problem instanceof Problem.TranscribedFirst
                ? texts.text("job.waiting")
                : problems.of(problem);
    }

    String notices(BatchItem item) {
        return item.notices().stream().map(problems::of).collect(Collectors.joining(" "));
    }

    private String running(Step step) {
        return joined(
                Stream.of(name(step), percent(step), left(Optional.ofNullable(step.remaining()))));
    }

    String name(Step step) {
        return MakingText.step(step.step(), texts);
    }

    /// How a step stands, beside its name.
    String stand(Step step) {
        return switch (step.state()) {
            case WAITING -> takes(Optional.ofNullable(step.remaining()));
            case RUNNING ->
                    joined(Stream.of(percent(step), left(Optional.ofNullable(step.remaining()))));
            case DONE -> took(step);
            case LEFT_OUT -> texts.text("batch.leftOut");
            case FAILED ->
                    step.problem() == null ? texts.text("job.failed") : problems.of(step.problem());
            case CANCELLED -> texts.text("batch.notDone");
        };
    }

    /// For those who cannot see the picture.
    String spoken(Step step) {
        String state =
                switch (step.state()) {
                    case WAITING -> texts.text("job.waiting");
                    case RUNNING -> texts.text("job.stage.working");
                    case DONE -> texts.text("job.done");
                    case LEFT_OUT -> texts.text("batch.leftOut");
                    case FAILED -> texts.text("job.failed");
                    case CANCELLED -> texts.text("job.cancelled");
                };
        return texts.text("batch.step", name(step), state);
    }

    String spoken(List<Step> steps) {
        return steps.stream().map(this::spoken).collect(Collectors.joining(", "));
    }

    private String took(Step step) {
        return step.began() == null || step.ended() == null
                ? texts.text("job.done")
                : texts.text(
                        "batch.took",
                        Clock.of(Duration.between(step.began(), step.ended()).toMillis()));
    }

    private String percent(Step step) {
        return step.total() > 0
                ? texts.text("job.percent", Math.min(1, (double) step.done() / step.total()))
                : "";
    }

    private String ahead(@Nullable Integer jobs) {
        return jobs == null || jobs == 0 ? "" : texts.text("batch.ahead", jobs);
    }

    private String takes(Optional<Duration> time) {
        return time.filter(Duration::isPositive).map(each -> TimeText.of(each, texts)).orElse("");
    }

    private String left(Optional<Duration> time) {
        return time.filter(Duration::isPositive).map(each -> TimeText.left(each, texts)).orElse("");
    }

    static String joined(Stream<String> parts) {
        return parts.filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
    }
}
