package dev.pharos.engine.work;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Job.State;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

/// One job being worked on, from its start to its end or until it is stopped. Each of its steps
/// shows on the [JobBoard], by whose monitor it is guarded; it never has to read there, so that it
/// ends as it ended even where the database fails.
final class JobRun implements JobQueue.Report {
    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
    private static final long SAVE_NANOS = Duration.ofSeconds(2).toNanos();

    private final JobBoard board;
    private final JobQueue.Worker worker;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Runnable onChange;
    private volatile boolean stopped;
    private Job job;
    private Speed speed = new Speed();
    private long saved;

    /// Shows the job as running. `onChange` is called under the board's monitor and must not block.
    JobRun(
            JobBoard board,
            Job next,
            JobQueue.Worker worker,
            Clock clock,
            LongSupplier nanos,
            Runnable onChange) {
        this.board = board;
        this.worker = worker;
        this.clock = clock;
        this.nanos = nanos;
        this.onChange = onChange;
        job = next.with(State.RUNNING, null, clock.instant(), null);
        keep(true);
    }

    long id() {
        return job.id();
    }

    /// Blocks until the worker is done, has failed or was stopped.
    void run() {
        Job begun;
        synchronized (board) {
            begun = job;
        }
        try {
            worker.run(begun, this);
            end(State.DONE, null);
        } catch (CancellationException e) {
            if (!stopped) {
                end(State.FAILED, Problem.of(LOG, begun.title(), e));
            }
        } catch (ProblemException e) {
            LOG.info("{}: {}", begun.title(), e.problem(), e);
            end(State.FAILED, e.problem());
        } catch (RuntimeException | Error e) {
            end(State.FAILED, Problem.of(LOG, begun.title(), e));
        }
    }

    /// What was paused may still end well; what was cancelled or failed while it was being stopped
    /// stays as it is shown.
    private void end(State state, @Nullable Problem problem) {
        synchronized (board) {
            if (stopped && (state == State.FAILED || job.state() == State.CANCELLED)) {
                return;
            }
            long done = state == State.DONE ? Math.max(job.done(), job.total()) : job.done();
            job =
                    job.with(job.stage(), done, job.total(), job.speed(), job.device())
                            .with(
                                    state,
                                    problem == null ? job.problem() : problem,
                                    job.started(),
                                    clock.instant());
            keep(true);
        }
    }

    /// Lets the worker stop; somebody else has said what the job is now.
    void stop(Job now) {
        stopped = true;
        job = now;
    }

    /// Stops so that it can go on at the next start, unless it has ended or was stopped before.
    void rest() {
        if (!stopped && job.state() == State.RUNNING) {
            stop(job.waiting());
            keep(true);
        }
    }

    @Override
    public boolean cancelled() {
        return stopped;
    }

    @Override
    public void report(long done, long total) {
        synchronized (board) {
            double now = speed.at(nanos.getAsLong(), done);
            tell(job.with(job.stage(), done, total, now, job.device()), false);
        }
    }

    @Override
    public void recall(long done, long total) {
        synchronized (board) {
            speed = new Speed();
            tell(job.with(job.stage(), done, total, 0, job.device()), false);
        }
    }

    @Override
    public void stage(String stage) {
        synchronized (board) {
            speed = new Speed();
            tell(job.with(stage, job.done(), job.total(), 0, job.device()), true);
        }
    }

    @Override
    public void device(String device) {
        synchronized (board) {
            if (!device.equals(job.device())) {
                tell(job.with(job.stage(), job.done(), job.total(), job.speed(), device), true);
            }
        }
    }

    /// Kept with the job, also when it ends well.
    @Override
    public void notice(Problem problem) {
        if (!problem.equals(job.problem())) {
            LOG.warn("{}: {}", job.title(), problem);
            tell(job.with(job.state(), problem, job.started(), job.ended()), true);
        }
    }

    private void tell(Job now, boolean important) {
        if (!stopped) {
            job = now;
            keep(important || nanos.getAsLong() - saved > SAVE_NANOS);
            onChange.run();
        }
    }

    private void keep(boolean durably) {
        if (!durably) {
            board.show(job);
        } else if (board.saveIfPossible(job)) {
            saved = nanos.getAsLong();
        }
    }
}
