package dev.pharos.engine.work;

import dev.pharos.engine.problem.Problem;

import java.util.concurrent.CancellationException;

/// What a long, blocking call tells its caller, and the only way its caller may stop it. Called
/// from worker threads.
public interface Progress {

    /// Neither reports nor cancels.
    Progress NONE =
            new Progress() {
                @Override
                public void report(long done, long total) {}

                @Override
                public boolean cancelled() {
                    return false;
                }
            };

    /// `done` of `total` units; what a unit is, the called method says. `total` may grow while work
    /// is found.
    void report(long done, long total);

    boolean cancelled();

    /// Something did not go as its owner wished, and the work goes on all the same: `DeviceFailed`,
    /// `RuntimeRefused`. May come again and again.
    default void notice(Problem problem) {}

    /// Call between units of work, where stopping leaves nothing half-written.
    ///
    /// @throws CancellationException if the caller has asked to stop
    default void checkpoint() {
        if (cancelled()) {
            throw new CancellationException();
        }
    }
}
