package dev.pharos.engine.search;

import dev.pharos.engine.library.Passage;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;

import java.util.List;

/// A found passage.
///
/// @param rank 1 for the best
/// @param score higher is better; comparable only within one result
/// @param highlights the matched words, ordered, not overlapping
/// @param place where to go: the passage's place, in a recording with the time of that sentence of
///   it which matches best
public record Hit(
        int rank,
        double score,
        Source source,
        Passage passage,
        List<Range> highlights,
        Place place) {

    /// UTF-16 offsets into the passage's text, `end` exclusive.
    public record Range(int start, int end) {}

    public Hit {
        highlights = List.copyOf(highlights);
    }
}
