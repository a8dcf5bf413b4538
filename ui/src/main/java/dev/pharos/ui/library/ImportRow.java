package dev.pharos.ui.library;

import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// One file of an import.
///
/// @param result null as long as it is being read
public record ImportRow(Path file, @Nullable ImportResult result) {

    /// True where the user should know more than that it is there: it failed or came with a notice.
    /// That its words follow is how recordings are.
    public boolean notable() {
        return result != null
                && result.problem() != null
                && !(result.problem() instanceof Problem.ToBeTranscribed);
    }
}
