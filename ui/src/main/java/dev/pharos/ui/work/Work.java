package dev.pharos.ui.work;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

/// Something that takes long. Runs on a worker thread and returns an immutable value.
@FunctionalInterface
public interface Work<T> {

    /// @throws java.util.concurrent.CancellationException if `progress` was cancelled
    T run(Progress progress) throws ProblemException;
}
