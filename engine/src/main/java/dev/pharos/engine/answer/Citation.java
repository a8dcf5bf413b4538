package dev.pharos.engine.answer;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceId;

/// The proof of a sentence.
///
/// @param marker the `n` of `[n]` in the answer, from 1
/// @param place of the quoted words: `quote` is exactly the source's text between its offsets
public record Citation(int marker, SourceId source, String title, Place place, String quote) {}
