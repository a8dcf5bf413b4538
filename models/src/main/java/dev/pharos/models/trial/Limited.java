package dev.pharos.models.trial;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;

import java.time.Duration;

/// A trial's progress, in milliseconds of its measuring; cancelled also when it takes too long.
final class Limited implements Progress {

    private final Progress asked;
    private final Duration limit;
    private final long begin = System.nanoTime();

    Limited(Progress asked, Duration limit) {
        this.asked = asked;
        this.limit = limit;
    }

    /// Of the work inside, which counts otherwise: nothing.
    @Override
    public void report(long done, long total) {}

    void tell(long nanos, Duration all) {
        asked.report(Math.min(nanos / 1_000_000, all.toMillis()), all.toMillis());
    }

    @Override
    public boolean cancelled() {
        return asked.cancelled() || System.nanoTime() - begin > limit.toNanos();
    }

    @Override
    public void notice(Problem problem) {
        asked.notice(problem);
    }
}
