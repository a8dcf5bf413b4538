package dev.pharos.engine.relationship;

import dev.pharos.engine.library.SourceId;

import java.util.Collection;
import java.util.List;

/// The relationships of a library that are kept. Those of a source in the trash are kept but not
/// seen. All calls block for milliseconds; safe for use by several threads. What writes needs a
/// library that was opened for writing.
public interface KeptRelationships {

    /// A relationship with what tells later whether its sources have changed.
    ///
    /// @param fromText a sketch of what `from` said when it was decided on, by
    ///   [dev.pharos.engine.graph.Shingles]; empty before
    /// @param toText the same of `to`
    record Kept(Relationship relationship, long[] fromText, long[] toText) {}

    /// From and to a source.
    List<Kept> of(SourceId source);

    /// All of them.
    List<Kept> all();

    /// Suggests, in one step. What was decided on meanwhile stays as it was decided.
    ///
    /// @param gone those that are no more, as they were read
    /// @param found suggestions; passed over where one of the same kind is there, or a source gone
    void suggest(Collection<Relationship> gone, Collection<Relationship> found);

    /// Saves what was decided, in place of what was known of it; passed over where a source is
    /// gone.
    void save(Collection<Kept> decided);
}
