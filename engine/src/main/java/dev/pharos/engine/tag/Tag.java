package dev.pharos.engine.tag;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A tag with those nested below it. Immutable.
///
/// @param name whole, such as `project/pharos`, in the spelling that most of its sources have
/// @param sources how many have exactly this tag
/// @param total how many have this tag or one below it
/// @param colour `#rrggbb`, or null
/// @param nested in alphabetical order
public record Tag(String name, int sources, int total, @Nullable String colour, List<Tag> nested) {

    public Tag {
        nested = List.copyOf(nested);
    }

    /// The last part of the name.
    public String label() {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
