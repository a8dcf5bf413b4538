package dev.pharos.ui.library;

import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.ImportSummary;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.job.LongWork;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWork.Kind;
import dev.pharos.ui.job.LongWork.Stand;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.job.Pace;
import dev.pharos.ui.job.WorkList;
import dev.pharos.ui.library.ImportViewModel.State;
import dev.pharos.ui.work.Job;

import javafx.collections.ListChangeListener;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

/// Imports among the long work. For the JavaFX thread.
public final class ImportWork {
    private final ImportViewModel imports;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Texts texts;
    private final ProblemText problems;
    private final WorkList list;
    private final Set<Path> told = new HashSet<>();
    private final Map<String, List<Path>> asked = new HashMap<>();
    private Pace pace;
    private @Nullable String running;
    private int count;

    /// @param clock tells when an import ended
    /// @param nanos measures how fast one goes
    public ImportWork(
            ImportViewModel imports,
            LongWorkViewModel all,
            Clock clock,
            LongSupplier nanos,
            Texts texts,
            ProblemText problems) {
        this.imports = imports;
        this.clock = clock;
        this.nanos = nanos;
        this.texts = texts;
        this.problems = problems;
        pace = new Pace(nanos);
        list = all.list(this::act);
        imports.stateProperty().subscribe(this::show);
        imports.rows()
                .addListener(
                        (ListChangeListener<ImportRow>)
                                change -> {
                                    while (change.next()) {
                                        change.getAddedSubList().forEach(this::tell);
                                    }
                                });
    }

    private void show(State state) {
        switch (state) {
            case State.Running(var job) -> begin(job);
            case State.Finished(var summary) -> end(finished(summary), Deed.REMOVE);
            case State.Stopped _ ->
                    end(
                            Stand.cancelled(texts.text("job.cancelled"), clock.instant()),
                            Deed.REMOVE,
                            Deed.RETRY);
            case State.Failed(var problem) ->
                    end(
                            Stand.failed(
                                    texts.text("job.failed"),
                                    problems.of(problem),
                                    clock.instant()),
                            Deed.REMOVE,
                            Deed.RETRY);
            case State.Idle _ -> {}
        }
    }

    /// What follows while an import runs is the same work.
    private void begin(Job job) {
        if (running == null) {
            running = "import:" + ++count;
            told.clear();
        }
        pace = new Pace(nanos);
        job.stepProperty()
                .subscribe(step -> {
                    if (imports.stateProperty().get() instanceof State.Running(var now)
                            && now == job) {
                        show(step);
                    }
                });
    }

    private void show(Job.Step step) {
        boolean known = step.total() > 0;
        put(
                Stand.running(
                        texts.text(known ? "work.reading" : "import.looking"),
                        known ? texts.text("work.files", step.done(), step.total()) : "",
                        step.fraction(),
                        pace.left(step.done(), step.total())),
                Deed.CANCEL);
    }

    /// Where nothing came and something should have, it failed.
    private Stand finished(ImportSummary summary) {
        String words = ImportText.summary(summary, texts);
        boolean nothing =
                summary.failed() > 0
                        && summary.counts().entrySet().stream()
                                .allMatch(each ->
                                        each.getKey() == ImportResult.Status.FAILED
                                                || each.getValue() == 0);
        return nothing
                ? Stand.failed(texts.text("job.failed"), words, clock.instant())
                : Stand.done(words, clock.instant());
    }

    private void end(Stand stand, Deed... deeds) {
        put(stand, deeds);
        if (running != null) {
            asked.put(running, imports.asked());
        }
        running = null;
    }

    private void put(Stand stand, Deed... deeds) {
        if (running != null) {
            list.put(new LongWork(running, Kind.IMPORT, title(), stand, Set.of(deeds)));
        }
    }

    private String title() {
        var asked = imports.asked();
        String first = String.valueOf(asked.getFirst().getFileName());
        return texts.text(
                "work.import", asked.size() == 1 ? first : first + " +" + (asked.size() - 1));
    }

    /// Writes down what became of a file, where its user should know of it.
    private void tell(ImportRow row) {
        var result = row.result();
        if (running != null && row.notable() && result != null && told.add(row.file())) {
            String why = problems.of(Objects.requireNonNull(result.problem()));
            list.note(running, clock.instant(), row.file().getFileName() + ": " + why);
        }
    }

    private void act(LongWork work, Deed deed) {
        switch (deed) {
            case CANCEL -> imports.cancel();
            case RETRY -> {
                list.remove(work.id());
                imports.start(asked.getOrDefault(work.id(), List.of()));
            }
            case REMOVE -> {
                list.remove(work.id());
                asked.remove(work.id());
            }
            case CHOOSE_MODEL, PAUSE, RESUME, OPEN, OPEN_FOLDER, EARLIER, LATER -> {}
        }
    }
}
