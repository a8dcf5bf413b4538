package dev.pharos.engine.library;

import org.jspecify.annotations.Nullable;

/// Where words stand in a source, exact enough to open and highlight them. What a source does not
/// have is null.
///
/// @param page 1-based page, slide, sheet or chapter
/// @param heading the headings above, outermost first, joined by ` › `
/// @param paragraph 1-based paragraph of the whole source
/// @param startMs where the words begin in a recording, in milliseconds
/// @param endMs where they end, exclusive
/// @param startOffset UTF-16 offset into the source's extracted text
/// @param endOffset exclusive
public record Place(
        @Nullable Integer page,
        @Nullable String heading,
        @Nullable Integer paragraph,
        @Nullable Long startMs,
        @Nullable Long endMs,
        int startOffset,
        int endOffset) {

    public static final String HEADING_SEPARATOR = " › ";
}
