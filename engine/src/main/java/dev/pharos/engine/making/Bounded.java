package dev.pharos.engine.making;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;

import java.util.function.BooleanSupplier;

/// Progress of work that also ends when something else is reached, such as a time.
record Bounded(Progress progress, BooleanSupplier reached) implements Progress {
    @Override
    public void report(long done, long total) {
        progress.report(done, total);
    }

    @Override
    public boolean cancelled() {
        return progress.cancelled() || reached.getAsBoolean();
    }

    @Override
    public void notice(Problem problem) {
        progress.notice(problem);
    }
}
