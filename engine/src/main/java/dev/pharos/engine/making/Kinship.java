package dev.pharos.engine.making;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Sources;
import dev.pharos.engine.note.PlaceAnchor;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/// What comes of the same: a source, the notes that were made of it, and those that say so of
/// themselves, as quizzes do. None of these is news to the others. Each call blocks for less than a
/// millisecond.
///
/// @param origins as of [MadeNotes#origins]
public record Kinship(Sources sources, Map<SourceId, SourceId> origins) {
    private static final String SOURCE = "source";

    public boolean akin(SourceId one, SourceId other) {
        return !Collections.disjoint(roots(one), roots(other));
    }

    /// Whether nothing akin to it was seen; it was from now on.
    ///
    /// @param seen as of [#roots]
    public boolean first(SourceId id, Set<String> seen) {
        var roots = roots(id);
        return Collections.disjoint(seen, roots) && seen.addAll(roots);
    }

    /// What it was made from, or itself, as links mark it; a quiz may be of several sources.
    public Set<String> roots(SourceId id) {
        var told =
                origins.containsKey(id)
                        ? Set.<String>of()
                        : sources.property(id, SOURCE).map(PlaceAnchor::marks).orElse(Set.of());
        return told.isEmpty() ? Set.of(PlaceAnchor.mark(origins.getOrDefault(id, id))) : told;
    }
}
