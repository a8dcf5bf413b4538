package dev.pharos.engine.search;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// What a search found.
///
/// @param hits best first
/// @param didYouMean a corrected query where words were not found as typed, else null; the hits are
///   then those of the corrected query
/// @param meaningComplete false while some passages have no vector yet, so that a search by meaning
///   cannot see them
public record SearchResult(
        Query query,
        List<Hit> hits,
        @Nullable String didYouMean,
        boolean meaningComplete,
        Duration took) {

    public SearchResult {
        hits = List.copyOf(hits);
    }
}
