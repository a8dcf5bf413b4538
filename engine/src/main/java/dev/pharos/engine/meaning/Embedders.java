package dev.pharos.engine.meaning;

import dev.pharos.engine.model.Device;
import dev.pharos.engine.model.Hardware;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The embedders of this machine.
public interface Embedders {

    /// The one that comes with the program; a new library begins with it.
    EmbeddingModel bundled();

    /// Those whose files are here and whole, the bundled one first. On the shelf they are called
    /// `embedding/` and their id.
    List<EmbeddingModel> available();

    /// Whether a model is among [#available], with the weights that its vectors were made by.
    /// Cheaper: looks at that model alone.
    default boolean has(EmbeddingModel model) {
        return available().stream().anyMatch(model::agreesWith);
    }

    /// Equal as long as [#open] would make the same of its owner's choice of a device and of what
    /// is here for it. Asked at every call, so it must be cheap.
    default Object setting() {
        return "";
    }

    /// What a model would run on.
    ///
    /// @param why it is not a GPU, where that needs a word; or null
    record Placement(Device device, Hardware.@Nullable Why why) {}

    /// On what a model would run if it were opened now. May read its files.
    ///
    /// @param model the id of one of [#available]
    /// @throws ProblemException as [#open]
    default Placement placement(String model) throws ProblemException {
        try (var embedder = open(model)) {
            return new Placement(embedder.device(), null);
        }
    }

    /// Cheap; weights are loaded at first use. The caller closes it.
    ///
    /// @param model the id of one of [#available]
    /// @throws ProblemException `MissingModel`, also where a pack that it needs is not here;
    ///   `ModelUnavailable` says why its folder is not among [#available]
    Embedder open(String model) throws ProblemException;
}
