package dev.pharos.models.trial;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// A trial's progress, in milliseconds of its measuring; cancelled also when it has worked for too
/// long. What waits for its turn does not work: the clock of each piece runs from its first report.
final class Limited implements Progress {

    /// What is done again and again; reports when it begins.
    @FunctionalInterface
    interface Work {
        void once() throws ProblemException;
    }

    private final Progress asked;
    private final long limit;
    private volatile long worked;

    /// When the present piece was begun, or 0 while it waits.
    private volatile long begun;

    private volatile @Nullable Problem notice;

    Limited(Progress asked, Duration limit) {
        this.asked = asked;
        this.limit = limit.toNanos();
    }

    /// @return nanoseconds that it worked
    long timed(Work work) throws ProblemException {
        begun = 0;
        work.once();
        long took = begun == 0 ? 0 : System.nanoTime() - begun;
        begun = 0;
        worked = worked + took; // by one thread only; others read it
        return took;
    }

    /// How far the work inside is does not matter.
    @Override
    public void report(long done, long total) {
        if (begun == 0) {
            begun = System.nanoTime();
        }
    }

    void tell(long nanos, Duration all) {
        asked.report(Math.min(nanos / 1_000_000, all.toMillis()), all.toMillis());
    }

    @Override
    public boolean cancelled() {
        long since = begun;
        long now = since == 0 ? 0 : System.nanoTime() - since;
        return asked.cancelled() || worked + now > limit;
    }

    /// That another device was to do it and failed, or null.
    @Nullable Problem notice() {
        return notice;
    }

    @Override
    public void notice(Problem problem) {
        notice = problem;
        asked.notice(problem);
    }
}
