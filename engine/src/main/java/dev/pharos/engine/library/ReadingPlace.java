package dev.pharos.engine.library;

import java.time.Instant;

/// Where a source was last read. Immutable.
///
/// @param offset of the first words that were in view, in UTF-16 units of the source's text
/// @param fraction how much of the source lies before the last words in view, from 0 to 1
/// @param at when that was
public record ReadingPlace(int offset, double fraction, Instant at) {

    public ReadingPlace {
        if (offset < 0 || !(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("read to " + offset + ", " + fraction);
        }
    }
}
