package dev.pharos.engine.model;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

/// Tries a model for real: the Test button, `pharos models test`.
public interface ModelTrial {

    /// What it did.
    ///
    /// @param device that it really ran on
    /// @param speed units of work a second: seconds of sound, or texts; warmed up
    /// @param loadMs until it could begin
    /// @param notice that another device was to do it and failed, or null
    record Outcome(Device device, double speed, long loadMs, @Nullable Problem notice) {
        public Outcome(Device device, double speed, long loadMs) {
            this(device, speed, loadMs, null);
        }
    }

    /// Blocks for some seconds.
    ///
    /// @param id on the shelf
    /// @throws ProblemException `UnknownModel`, `MissingModel`, `ModelUnavailable`, `ModelTooSlow`
    /// @throws java.util.concurrent.CancellationException if cancelled
    Outcome run(String id, Progress progress) throws ProblemException;
}
