package dev.pharos.ui.batch;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Where one goes from the batches.
///
/// @param library knows the sources
/// @param open shows one of them
/// @param chooseModel of speech
/// @param research to its settings
public record BatchLeads(
        Known library, Consumer<SourceId> open, Runnable chooseModel, Runnable research) {

    /// The sources that there are.
    @FunctionalInterface
    public interface Known {
        @Nullable Source find(SourceId source);
    }
}
