package dev.pharos.ui.library;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Changes the library on a worker, as many sources at a time as one likes. Each change is told
/// when it is done, with a way back. For the JavaFX thread.
public final class Changing {

    /// Tells what was done.
    @FunctionalInterface
    public interface News {

        /// @param back takes it back, or null where there is nothing to take back
        void told(String words, @Nullable Runnable back);
    }

    /// Takes a change back; runs on a worker.
    @FunctionalInterface
    public interface Back {
        void take(Progress progress) throws ProblemException;
    }

    /// What was done.
    ///
    /// @param words empty where there is nothing to be told
    /// @param back null where it cannot be taken back
    public record Done(String words, @Nullable Back back) {}

    private final Background background;
    private final News news;
    private final ProblemText problems;
    private final List<Runnable> listeners = new ArrayList<>();
    private Function<Job, Runnable> begun = _ -> () -> {};
    private final ReadOnlyObjectWrapper<@Nullable Job> running = new ReadOnlyObjectWrapper<>();
    private int count;

    public Changing(Background background, News news, ProblemText problems) {
        this.background = background;
        this.news = news;
        this.problems = problems;
    }

    /// `listener` hears of the end of each change, whether it succeeded or not, and of each way
    /// back that was taken.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// @param shows a change that begins, and gives what ends that
    public void onBegin(Function<Job, Runnable> shows) {
        begun = shows;
    }

    /// The change under way that began last, or null.
    public ReadOnlyObjectProperty<@Nullable Job> runningProperty() {
        return running.getReadOnlyProperty();
    }

    public void begin(Work<Done> change) {
        var ends = new ArrayList<Runnable>();
        var job =
                background.job(
                        change,
                        outcome -> {
                            ends.forEach(Runnable::run);
                            ended(outcome);
                        });
        ends.add(begun.apply(job));
        count++;
        running.set(job);
        job.start();
    }

    private void ended(Outcome<Done> outcome) {
        count--;
        if (count == 0) {
            running.set(null);
        }
        switch (outcome) {
            case Outcome.Done(var done) -> tell(done);
            case Outcome.Failed(var problem) -> news.told(problems.of(problem), null);
            case Outcome.Cancelled() -> {}
        }
        listeners.forEach(Runnable::run);
    }

    private void tell(Done done) {
        var back = done.back();
        if (!done.words().isEmpty()) {
            news.told(done.words(), back == null ? null : () -> takeBack(back));
        }
    }

    private void takeBack(Back back) {
        begin(progress -> {
            back.take(progress);
            return new Done("", null);
        });
    }
}
