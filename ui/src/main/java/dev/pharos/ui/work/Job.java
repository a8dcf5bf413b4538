package dev.pharos.ui.work;

import dev.pharos.engine.work.Progress;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// One piece of work: started once, watched, and stopped. For the JavaFX thread; only [#cancel] may
/// be called from any.
public final class Job {

    /// How far it is; `total` is 0 as long as nothing is known.
    public record Step(long done, long total) {
        static final Step NONE = new Step(0, 0);

        /// From 0 to 1, or -1 as long as nothing is known.
        public double fraction() {
            return total <= 0 ? -1 : Math.min(1, (double) done / total);
        }
    }

    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.NONE);
    private final Consumer<Job> starter;
    private final Progress progress;
    private volatile boolean cancelled;

    Job(Executor shower, Consumer<Job> starter) {
        this.starter = starter;
        this.progress = new Reports(shower);
    }

    public void start() {
        starter.accept(this);
    }

    /// Asks the work to stop; its outcome tells when it has.
    public void cancel() {
        cancelled = true;
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    Progress progress() {
        return progress;
    }

    /// Hands reports over at the pace at which they are shown: the newest replaces those that wait.
    private final class Reports implements Progress {
        private final Executor shower;
        private final AtomicReference<Step> waiting = new AtomicReference<>(Step.NONE);

        Reports(Executor shower) {
            this.shower = shower;
        }

        @Override
        public void report(long done, long total) {
            if (waiting.getAndSet(new Step(done, total)) == Step.NONE) {
                shower.execute(() -> step.set(waiting.getAndSet(Step.NONE)));
            }
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
