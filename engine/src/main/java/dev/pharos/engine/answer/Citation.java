package dev.pharos.engine.answer;

import dev.pharos.engine.annotation.Anchor;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceId;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// The proof of a sentence.
///
/// @param marker the `n` of `[n]` in the answer, from 1
/// @param place of the quoted words: they are exactly the source's text between its offsets, but
///   for the own words of a reader who has marked what stands there
/// @param words the quote, with what is around it, so that it is found again in another text
/// @param highlight what was marked, where that was found, or null
public record Citation(
        int marker,
        SourceId source,
        String title,
        Place place,
        Anchor words,
        @Nullable UUID highlight) {

    public String quote() {
        return words.quote();
    }

    /// The same words, at another place.
    public Citation at(Place other) {
        return new Citation(marker, source, title, other, words, highlight);
    }
}
