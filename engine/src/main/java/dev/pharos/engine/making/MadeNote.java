package dev.pharos.engine.making;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.summary.Depth;
import dev.pharos.engine.summary.Summary;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// That a note was made from a source, and how. Immutable.
///
/// @param source may be gone by now
/// @param markdown as it was made, whatever became of it since
/// @param made when that was
public record MadeNote(
        SourceId note,
        SourceId source,
        Settings settings,
        String markdown,
        Summary summary,
        Instant made) {

    /// How a note is made.
    ///
    /// @param form a built-in one of [NoteForm.BuiltIn], or the id of a template note; null for the
    ///   one that fits the source, or that its note has already
    /// @param depth null for [Depth#STANDARD], or as its note has it already
    /// @param tags whether it gets tags
    /// @param related whether it names what else in the library speaks of the same
    /// @param language of its headings, ISO 639-1; null for the source's
    public record Settings(
            @Nullable String form,
            @Nullable Depth depth,
            boolean tags,
            boolean related,
            @Nullable String language) {

        public static final Settings DEFAULT = new Settings(null, null, true, true, null);
    }
}
