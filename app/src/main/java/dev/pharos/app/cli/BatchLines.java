package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.BatchItem;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.work.Job;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Batches as they are shown: a line each, and a line for each of their sources.
final class BatchLines {
    static final int SHORTEST_PREFIX = 4;
    private static final double HUNDRED = 100;

    private final Session session;
    private final Library library;

    BatchLines(Session session, Library library) {
        this.session = session;
        this.library = library;
    }

    static String id(Batch batch) {
        return batch.id().toString().substring(0, ListCommand.SHORT_ID);
    }

    static int over(Batch batch) {
        return (int) batch.items().stream().filter(each -> each.state().over()).count();
    }

    /// How long it will still take, in words; empty where nobody knows, or nothing is left.
    static String left(Optional<Duration> left) {
        return left.filter(Duration::isPositive)
                .map(each -> text("batch.left", TimeText.of(each.toMillis())))
                .orElse("");
    }

    /// A batch without its sources.
    void head(Batch batch) {
        if (session.json()) {
            session.printJson(BatchOutput.Whole.status(batch));
            return;
        }
        int all = batch.items().size();
        session.print(
                text(
                        "batch.head",
                        id(batch),
                        status(batch),
                        batch.count(Job.State.DONE),
                        all,
                        left(batch.remaining())));
    }

    void show(Batch batch) {
        head(batch);
        if (!session.json()) {
            batch.items().forEach(item -> session.print(line(item)));
        }
    }

    /// With its notes.
    void results(Batch batch) {
        if (session.json()) {
            session.printJson(new BatchResults(library).of(batch));
            return;
        }
        show(batch);
        for (BatchItem item : batch.items()) {
            for (var note : item.notes()) {
                library.notes()
                        .find(note)
                        .ifPresent(each -> {
                            session.print("");
                            session.out().print(each.markdown());
                        });
            }
        }
    }

    private String line(BatchItem item) {
        String notes =
                item.notes().stream()
                        .flatMap(each -> library.sources().find(each).stream())
                        .map(BatchLines::note)
                        .collect(Collectors.joining(", "));
        String problem = item.problem() == null ? "" : ProblemText.of(item.problem());
        String notices =
                item.notices().stream().map(ProblemText::of).collect(Collectors.joining(" "));
        String about =
                Stream.of(step(item), notes, problem, notices)
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining("  "));
        return text("batch.item", item.title(), JobLines.stateText(item.state()), about);
    }

    private static String note(Source note) {
        return note.id().toString().substring(0, ListCommand.SHORT_ID) + " " + note.title();
    }

    private static String step(BatchItem item) {
        if (item.state() == Job.State.WAITING && item.ahead() != null) {
            return text("batch.ahead", item.ahead(), left(item.remaining()));
        }
        return item.state() == Job.State.RUNNING
                ? item.current().map(each -> running(each, item)).orElse("")
                : "";
    }

    private static String running(BatchItem.Step step, BatchItem item) {
        String far =
                step.total() > 0
                        ? text("batch.percent", (int) (HUNDRED * step.done() / step.total()))
                        : "";
        return StepText.of(step.step()) + far + left(item.remaining());
    }

    private static String status(Batch batch) {
        return switch (batch.status()) {
            case QUEUED -> text("batch.statusQueued");
            case PROCESSING ->
                    text(
                            batch.count(Job.State.RUNNING) > 0
                                    ? "batch.statusProcessing"
                                    : "batch.statusResting");
            case PAUSED -> text("batch.statusPaused");
            case COMPLETED -> text("batch.statusCompleted");
            case PARTIAL -> text("batch.statusPartial");
            case FAILED -> text("batch.statusFailed");
            case CANCELLED -> text("batch.statusCancelled");
        };
    }
}
