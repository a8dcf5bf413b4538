package dev.pharos.engine.meaning;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The ability to turn text into unit-length vectors whose dot product says how close two texts are
/// in meaning. Cheap to construct; weights are loaded at first use. Safe for use by several threads
/// at once.
public interface Embedder extends AutoCloseable {

    EmbeddingModel model();

    /// One vector of `model().dimension()` floats, L2-normalised, for each text in order. The
    /// result for a text does not depend on the other texts in the list. Text beyond `maxTokens` is
    /// not seen.
    ///
    /// @throws ProblemException if the model cannot be loaded
    List<float[]> embed(List<String> texts) throws ProblemException;

    /// The vector of a question, to be compared with those of texts. Some models have learned to
    /// read the two differently.
    ///
    /// @throws ProblemException if the model cannot be loaded
    default float[] embedQuery(String query) throws ProblemException {
        return embed(List.of(query)).getFirst();
    }

    /// What the last call really ran on; before the first call, what it will be tried on.
    default Device device() {
        return Device.CPU;
    }

    /// That the wanted device failed and [#device] took over, or null. A notice, not a failure.
    default Problem.@Nullable DeviceFailed notice() {
        return null;
    }

    /// How many tokens the model sees in each text, special tokens left out and nothing truncated.
    int[] countTokens(List<String> texts) throws ProblemException;

    /// Makes calls that are under way and wait for another process fail soon; the next one begins
    /// anew.
    default void hangUp() {}

    /// Waits for calls that are under way; later ones are a bug of their caller.
    @Override
    void close();
}
