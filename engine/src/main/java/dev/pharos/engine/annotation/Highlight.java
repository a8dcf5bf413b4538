package dev.pharos.engine.annotation;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceId;

import java.time.Instant;
import java.util.UUID;

/// Words of a source, or a span of time in a recording, that a reader has marked. Immutable.
///
/// @param place of exactly the marked words; its offsets are equal where those are not in the
///   source's text (any more, or in a recording that nobody has transcribed yet)
/// @param words what was marked, with what stands around it
/// @param note the reader's own words, or empty
public record Highlight(
        UUID id,
        SourceId source,
        Place place,
        Anchor words,
        Colour colour,
        String note,
        Instant made) {

    /// What it is marked with; a theme chooses the shade.
    public enum Colour {
        YELLOW,
        GREEN,
        BLUE,
        PINK,
        PURPLE
    }

    /// The marked words.
    public String quote() {
        return words.quote();
    }

    /// Whether the marked words stand in the source's text.
    public boolean anchored() {
        return place.endOffset() > place.startOffset();
    }

    /// What is found of it, by words and by meaning: the marked words and the reader's own.
    public String text() {
        return note.isBlank() ? quote() : (quote() + "\n\n" + note).strip();
    }
}
