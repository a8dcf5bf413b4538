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
    /// @param research whether the web is asked what it is about, where a search service is set
    /// @param parts into how many notes a source is divided at most, from 1 to [#MOST_PARTS]
    /// @param model whether the language model writes it, where one is set; null as its note was
    ///   made before, or where one is set
    public record Settings(
            @Nullable String form,
            @Nullable Depth depth,
            boolean tags,
            boolean related,
            @Nullable String language,
            boolean research,
            int parts,
            @Nullable Boolean model) {
        public static final int MOST_PARTS = 3;

        public static final Settings DEFAULT = new Settings(null, null, true, true, null);

        /// Earlier versions divided nothing.
        public Settings {
            parts = Math.clamp(parts, 1, MOST_PARTS);
        }

        /// One note, without research, written by the model where one is set.
        public Settings(
                @Nullable String form,
                @Nullable Depth depth,
                boolean tags,
                boolean related,
                @Nullable String language) {
            this(form, depth, tags, related, language, false, 1, null);
        }
    }
}
