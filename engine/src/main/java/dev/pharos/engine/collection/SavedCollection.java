package dev.pharos.engine.collection;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// A collection of sources under a name of its owner's choice. Immutable.
///
/// @param icon the window's name of a picture, or null
/// @param colour `#rrggbb`, or null
public record SavedCollection(
        UUID id, String name, Content content, @Nullable String icon, @Nullable String colour) {

    /// What is in it.
    public sealed interface Content {

        /// What a search line finds now: filters and words, as they are typed there. A source
        /// belongs to it where it passes all filters and says all words, phrases and prefixes, each
        /// anywhere in it.
        record Search(String query) implements Content {}

        /// What its owner has put into it.
        record Picked() implements Content {}
    }

    public SavedCollection {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a collection needs a name");
        }
    }

    /// A new one without icon and colour.
    public static SavedCollection of(String name, Content content) {
        return new SavedCollection(UUID.randomUUID(), name, content, null, null);
    }
}
