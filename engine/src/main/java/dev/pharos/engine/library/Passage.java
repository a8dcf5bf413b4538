package dev.pharos.engine.library;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// A piece of one source, about as long as the embedding model reads at once: the unit that is
/// indexed, found and cited.
///
/// @param id never reused; other words are another passage, and a new revision of its source has
///   new passages
/// @param ordinal 0-based within the source; -1 for a highlight
/// @param text exactly the source's text between the place's offsets; for a highlight followed by
///   its reader's own words
/// @param language ISO 639-1 code, or `und`
/// @param highlight the [dev.pharos.engine.annotation.Highlight] that it is, or null
public record Passage(
        long id,
        SourceId source,
        int ordinal,
        Place place,
        String text,
        String language,
        @Nullable UUID highlight) {}
