package dev.pharos.engine.answer;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceId;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// The proof of a sentence.
///
/// @param marker the `n` of `[n]` in the answer, from 1
/// @param place of the quoted words: `quote` is exactly the source's text between its offsets, but
///   for the own words of a reader who has marked what stands there
/// @param highlight what was marked, where that was found, or null
public record Citation(
        int marker,
        SourceId source,
        String title,
        Place place,
        String quote,
        @Nullable UUID highlight) {}
