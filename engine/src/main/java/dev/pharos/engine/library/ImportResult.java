package dev.pharos.engine.library;

import dev.pharos.engine.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// What became of one file.
///
/// @param source the source it is now, or the one it duplicates; null where it failed
/// @param passages of the source after the import, 0 where it failed
/// @param problem why it failed, or a notice (no text, partly read) for a file that was imported
public record ImportResult(
        Path path,
        Status status,
        @Nullable SourceId source,
        @Nullable SourceKind kind,
        int passages,
        @Nullable Problem problem) {

    /// The outcome.
    public enum Status {
        /// A new source.
        IMPORTED,
        /// A new revision of the source imported from the same path before.
        UPDATED,
        /// The same bytes as last time.
        UNCHANGED,
        /// The same bytes as another source.
        DUPLICATE,
        FAILED
    }
}
