package dev.pharos.engine.search;

import dev.pharos.engine.problem.Problem;

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
/// @param wordsOnly why a search by words and meaning was one by words alone, or null
public record SearchResult(
        Query query,
        List<Hit> hits,
        @Nullable String didYouMean,
        boolean meaningComplete,
        @Nullable Problem wordsOnly,
        Duration took) {

    public SearchResult {
        hits = List.copyOf(hits);
    }
}
