package dev.pharos.ui.work;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/// The only place where work meets threads: runs it on the worker and hands its outcome to the
/// thread that shows it.
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final Executor worker;
    private final Executor shower;
    private final Set<Job> running = ConcurrentHashMap.newKeySet();

    /// @param shower runs what it is given on the JavaFX thread, in order
    public Background(Executor worker, Executor shower) {
        this.worker = worker;
        this.shower = shower;
    }

    /// Work that has not been started. `finish` hears its outcome on the JavaFX thread, exactly
    /// once. What is started when the worker takes no more counts as cancelled.
    public <T> Job job(Work<T> work, Consumer<Outcome<T>> finish) {
        return new Job(shower, job -> start(job, work, finish));
    }

    private <T> void start(Job job, Work<T> work, Consumer<Outcome<T>> finish) {
        running.add(job);
        try {
            worker.execute(() -> {
                var outcome = run(work, job.progress());
                running.remove(job);
                shower.execute(() -> finish.accept(outcome));
            });
        } catch (RejectedExecutionException _) {
            running.remove(job);
            shower.execute(() -> finish.accept(new Outcome.Cancelled<>()));
        }
    }

    /// Short work that keeps something: it is also done where all else is asked to stop. What comes
    /// when the worker takes no more is too late, and counts as cancelled.
    public <T> void keep(Work<T> work, Consumer<Outcome<T>> finish) {
        try {
            worker.execute(() -> {
                var outcome = runHere(work);
                shower.execute(() -> finish.accept(outcome));
            });
        } catch (RejectedExecutionException _) {
            shower.execute(() -> finish.accept(new Outcome.Cancelled<>()));
        }
    }

    /// Runs `showing` on the JavaFX thread, soon.
    public void show(Runnable showing) {
        shower.execute(showing);
    }

    /// Asks all work to stop.
    public void cancelAll() {
        running.forEach(Job::cancel);
    }

    /// Does short work on the calling thread, where nothing can come later.
    public static <T> Outcome<T> runHere(Work<T> work) {
        return run(work, Progress.NONE);
    }

    private static <T> Outcome<T> run(Work<T> work, Progress progress) {
        try {
            progress.checkpoint();
            return new Outcome.Done<>(work.run(progress));
        } catch (CancellationException _) {
            return new Outcome.Cancelled<>();
        } catch (ProblemException e) {
            LOG.info("{}", e.problem(), e);
            return new Outcome.Failed<>(e.problem());
        } catch (RuntimeException | Error e) {
            return new Outcome.Failed<>(Problem.of(LOG, "background", e));
        }
    }
}
