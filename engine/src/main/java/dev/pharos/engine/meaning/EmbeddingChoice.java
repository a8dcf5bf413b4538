package dev.pharos.engine.meaning;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Subscription;

import org.jspecify.annotations.Nullable;

/// Which model gives a library its vectors, and the change to another one: all passages are
/// embedded anew in the background while the search keeps to the old vectors, and when none is
/// missing the search takes the new ones in one step. Survives restarts. Any thread; only [#state]
/// and [#onChange] where the library was opened for reading.
public interface EmbeddingChoice {

    /// How it stands.
    ///
    /// @param current the model that is searched with
    /// @param next the one that is being prepared, or null
    /// @param embedded passages that `next` has a vector for
    /// @param total passages in the library
    /// @param problem why the change stands still, or where nothing is changed why the current
    ///   model cannot be used; or null
    /// @param previous whose vectors are still there, so that the change can be undone at once; or
    ///   null
    /// @param device on what vectors are made, those of `next` where there is one; null while none
    ///   was made since the library was opened
    record State(
            EmbeddingModel current,
            @Nullable EmbeddingModel next,
            int embedded,
            int total,
            @Nullable Problem problem,
            @Nullable EmbeddingModel previous,
            @Nullable Device device) {}

    /// Cheap; poll it to show progress. Looks at the folder of one model at most.
    State state();

    /// Begins to change, or goes on with a change that was stopped; where no vector is missing,
    /// that is all. To the current model: stops; but where other weights lie under its id now,
    /// changes to these.
    ///
    /// @param model an id of [Embedders#available]
    /// @throws ProblemException `EmbedderMissing`
    void change(String model) throws ProblemException;

    /// Stops preparing. What is embedded is kept for the next try.
    void stop();

    /// Changes to the previous model: at once where nothing was imported since, and it can be
    /// undone in turn. Does nothing where there is no previous model.
    ///
    /// @throws ProblemException `EmbedderMissing` where its files are gone meanwhile
    void undo() throws ProblemException;

    /// Deletes the vectors of every model but the current one, and stops a change. They can be
    /// computed again.
    void forgetOthers();

    /// That the wanted device failed and the CPU makes the vectors, or null: as far as it is known
    /// since the library was opened.
    Problem.@Nullable DeviceFailed notice();

    /// On what the model runs that is searched with; null while it is at rest. Cheap.
    @Nullable Device device();

    /// Called soon after each change of [State], on a thread of its own.
    Subscription onChange(Runnable listener);
}
