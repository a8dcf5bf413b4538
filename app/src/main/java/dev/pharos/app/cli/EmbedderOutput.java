package dev.pharos.app.cli;

import dev.pharos.engine.meaning.Embedders;
import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.meaning.EmbeddingModel;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The model that a library is searched with, as `--json` prints it (`docs/cli.md`).
///
/// @param embedded passages that have a vector of `next`
/// @param available the ids of all models on this machine that a library can be searched with
/// @param problem in words, or null
/// @param device on which vectors were made since the library was opened, or null
record EmbedderOutput(
        String current,
        @Nullable String next,
        int embedded,
        int total,
        @Nullable String previous,
        List<String> available,
        @Nullable String problem,
        @Nullable String device) {
    static EmbedderOutput of(EmbeddingChoice.State state, Embedders embedders) {
        return new EmbedderOutput(
                state.current().id(),
                state.next() == null ? null : state.next().id(),
                state.embedded(),
                state.total(),
                state.previous() == null ? null : state.previous().id(),
                embedders.available().stream().map(EmbeddingModel::id).toList(),
                state.problem() == null ? null : ProblemText.of(state.problem()),
                state.device() == null ? null : state.device().name());
    }

    boolean usable() {
        return available.contains(current);
    }
}
