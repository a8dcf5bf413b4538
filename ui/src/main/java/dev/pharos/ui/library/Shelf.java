package dev.pharos.ui.library;

import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.collection.SavedCollection.Content;

/// What the list of the library can show.
public sealed interface Shelf {

    /// What every library has.
    enum Own implements Shelf {
        ALL,
        READ,
        ADDED,
        UNTAGGED,
        TRASH
    }

    /// What its owner has made.
    record Collected(SavedCollection collection) implements Shelf {

        /// Whether its owner puts sources into it, and not a search.
        boolean picked() {
            return collection.content() instanceof Content.Picked;
        }
    }

    /// Names it in the settings; stays the same when a collection changes.
    default String key() {
        return switch (this) {
            case Own own -> own.name();
            case Collected(var collection) -> collection.id().toString();
        };
    }
}
