package dev.pharos.engine.search;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Source;

import java.util.List;

/// A found passage.
///
/// @param rank 1 for the best
/// @param score higher is better; comparable only within one result
/// @param highlights the matched words, ordered, not overlapping
public record Hit(int rank, double score, Source source, Passage passage, List<Range> highlights) {

    /// UTF-16 offsets into the passage's text, `end` exclusive.
    public record Range(int start, int end) {}

    public Hit {
        highlights = List.copyOf(highlights);
    }
}
