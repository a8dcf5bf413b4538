package dev.pharos.engine.meaning;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

/// Keeps the vectors of a library complete, in the background: whatever passage has none yet gets
/// one, oldest first. A restart goes on where it stopped.
public final class Meaning {

    /// How far it is.
    ///
    /// @param embedded passages that have a vector of the current model
    /// @param total passages in the library
    /// @param problem why it stands still, or null
    public record State(int embedded, int total, @Nullable Problem problem) {
        public boolean complete() {
            return embedded >= total;
        }
    }

    Meaning() {}

    /// Cheap; poll it to show progress.
    public State state() {
        throw new UnsupportedOperationException();
    }

    /// Blocks until every passage has a vector. Progress counts passages.
    ///
    /// @throws ProblemException the problem that stopped it
    /// @throws java.util.concurrent.CancellationException if cancelled; the work itself goes on in
    ///   the background
    public void await(Progress progress) throws ProblemException {
        throw new UnsupportedOperationException();
    }
}
