package dev.pharos.engine.meaning;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Subscription;

import org.jspecify.annotations.Nullable;

/// Which model gives a library its vectors, and the change to another one: all passages are
/// embedded anew in the background while the search keeps to the old vectors, and when none is
/// missing the search takes the new ones in one step. Survives restarts. Any thread.
public interface EmbeddingChoice {

    /// How it stands.
    ///
    /// @param current the model that is searched with
    /// @param next the one that is being prepared, or null
    /// @param embedded passages that `next` has a vector for
    /// @param total passages in the library
    /// @param problem why the change stands still, or null
    /// @param previous whose vectors are still there, so that the change can be undone at once; or
    ///   null
    record State(
            EmbeddingModel current,
            @Nullable EmbeddingModel next,
            int embedded,
            int total,
            @Nullable Problem problem,
            @Nullable EmbeddingModel previous) {}

    /// Cheap; poll it to show progress.
    State state();

    /// Begins to change, or goes on with a change that was stopped. To the current model: stops.
    ///
    /// @param model an id of [Embedders#available]
    /// @throws ProblemException `MissingModel`
    void change(String model) throws ProblemException;

    /// Stops preparing. What is embedded is kept for the next try.
    void stop();

    /// Goes back to the previous model, at once where nothing was imported since.
    ///
    /// @throws ProblemException `MissingModel` where its files are gone meanwhile
    void undo() throws ProblemException;

    /// Deletes the vectors of every model but the current one. They can be computed again.
    void forgetOthers();

    /// Called after each change of [State], on any thread.
    Subscription onChange(Runnable listener);
}
