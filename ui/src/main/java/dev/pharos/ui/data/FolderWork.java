package dev.pharos.ui.data;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.job.LongWork;
import dev.pharos.ui.job.LongWork.Deed;
import dev.pharos.ui.job.LongWork.Kind;
import dev.pharos.ui.job.LongWork.Stand;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.job.Pace;
import dev.pharos.ui.job.WorkList;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Work that fills a folder, among all long work: exports, mirrorings. For the JavaFX thread.
public final class FolderWork {

    /// What such work is about.
    ///
    /// @param stage what is being done, in words
    /// @param again does it once more
    public record Task(Kind kind, String title, String stage, Runnable again) {}

    /// What came of it.
    ///
    /// @param words what was done
    /// @param folder where it lies
    public record Filled(String words, Path folder) {}

    private record Shown(Task task, Job job) {}

    private final Clock clock;
    private final LongSupplier nanos;
    private final Consumer<Path> reveal;
    private final Texts texts;
    private final ProblemText problems;
    private final WorkList list;
    private final Map<String, Shown> shown = new HashMap<>();
    private final Map<String, Path> filled = new HashMap<>();
    private int count;

    /// @param clock tells when it ended
    /// @param nanos measures how fast it goes
    /// @param reveal shows a folder in the system's own window
    public FolderWork(
            LongWorkViewModel all,
            Clock clock,
            LongSupplier nanos,
            Consumer<Path> reveal,
            Texts texts,
            ProblemText problems) {
        this.clock = clock;
        this.nanos = nanos;
        this.reveal = reveal;
        this.texts = texts;
        this.problems = problems;
        list = all.list(this::act);
    }

    /// Shows a job for as long as it goes on.
    ///
    /// @return is to be told what came of it
    public Consumer<Outcome<Filled>> begin(Task task, Job job) {
        String id = "folder:" + ++count;
        var pace = new Pace(nanos);
        shown.put(id, new Shown(task, job));
        job.stepProperty().subscribe(step -> show(id, task, step, pace));
        return outcome -> end(id, task, outcome);
    }

    private void show(String id, Task task, Job.Step step, Pace pace) {
        boolean known = step.total() > 0;
        var stand =
                Stand.running(
                        task.stage(),
                        known ? texts.text("data.progress", step.done(), step.total()) : "",
                        step.fraction(),
                        known ? pace.left(step.done(), step.total()) : null);
        list.put(new LongWork(id, task.kind(), task.title(), stand, Set.of(Deed.CANCEL)));
    }

    private void end(String id, Task task, Outcome<Filled> outcome) {
        var now = clock.instant();
        var stand =
                switch (outcome) {
                    case Outcome.Done<Filled>(var done) -> {
                        filled.put(id, done.folder());
                        yield Stand.done(done.words(), now);
                    }
                    case Outcome.Cancelled<Filled> _ ->
                            Stand.cancelled(texts.text("job.cancelled"), now);
                    case Outcome.Failed<Filled>(var why) ->
                            Stand.failed(texts.text("job.failed"), problems.of(why), now);
                };
        var deeds =
                outcome instanceof Outcome.Done
                        ? Set.of(Deed.OPEN_FOLDER, Deed.REMOVE)
                        : Set.of(Deed.RETRY, Deed.REMOVE);
        list.put(new LongWork(id, task.kind(), task.title(), stand, deeds));
    }

    private void remove(String id) {
        shown.remove(id);
        filled.remove(id);
        list.remove(id);
    }

    private void act(LongWork work, Deed deed) {
        var what = shown.get(work.id());
        if (what == null) {
            return;
        }
        switch (deed) {
            case CANCEL -> what.job().cancel();
            case OPEN_FOLDER -> reveal.accept(filled.get(work.id()));
            case RETRY -> {
                remove(work.id());
                what.task().again().run();
            }
            case REMOVE -> remove(work.id());
            case CHOOSE_MODEL, PAUSE, RESUME, OPEN, EARLIER, LATER -> {}
        }
    }
}
