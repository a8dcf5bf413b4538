package dev.pharos.engine.research;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// A page of the web that has to do with what was asked.
///
/// @param address where it is
/// @param type what it is
/// @param excerpt the words on it that come nearest, or, where the page itself could not be read,
///   what the search service tells of it
/// @param relevance cosine of these words and of what was asked about, 0…1
/// @param read whether the page itself was read
/// @param published where that is known
public record Finding(
        String title,
        String address,
        Type type,
        String excerpt,
        double relevance,
        boolean read,
        @Nullable LocalDate published) {

    /// What a page is.
    public enum Type {
        PAGE,
        PDF,
        TEXT
    }
}
