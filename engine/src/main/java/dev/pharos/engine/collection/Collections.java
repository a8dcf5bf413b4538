package dev.pharos.engine.collection;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The collections of a library, in the order of their owner. Every change can be taken back. All
/// calls block; safe for use by several threads. What writes needs a library that was opened for
/// writing.
///
/// Every method that takes an id throws `ProblemException` with `NoSuchCollection` where that names
/// none.
public interface Collections {

    List<SavedCollection> all();

    /// What is in a collection now, the last import first; of one that was picked by hand, in the
    /// order of picking. Nothing of it is in the trash.
    ///
    /// @throws ProblemException `UnreadableQuery`, where an earlier version could read it;
    ///   `UnknownCollection` or `CircularCollection` where it names others
    List<SourceId> sources(UUID collection) throws ProblemException;

    /// How many sources are in a collection now.
    int count(UUID collection) throws ProblemException;

    /// Saves a collection: a new one as the last, one that is there in its place. One that was
    /// picked by hand keeps what is in it. Searches that name one under its old name name it under
    /// its new one.
    ///
    /// @throws ProblemException `UnreadableQuery`, `UnknownCollection`, `CircularCollection`
    Change save(SavedCollection collection) throws ProblemException;

    /// Puts a collection before another one, or at the end.
    Change move(UUID collection, @Nullable UUID before) throws ProblemException;

    /// Removes a collection; its sources stay in the library.
    Change remove(UUID collection) throws ProblemException;

    /// Puts sources into a collection that is picked by hand.
    ///
    /// @throws IllegalArgumentException where it is a search
    Change add(UUID collection, Collection<SourceId> sources) throws ProblemException;

    /// Takes sources out of a collection that is picked by hand.
    ///
    /// @throws IllegalArgumentException where it is a search
    Change take(UUID collection, Collection<SourceId> sources) throws ProblemException;

    /// Takes a change back; what was changed again since, and what was put in or taken out since,
    /// stays.
    void undo(Change change);

    /// What a change has done: all that [#undo] needs.
    ///
    /// @param before those that it touched, as they were
    /// @param after those that it touched or made, as they were then
    record Change(List<Kept> before, List<Kept> after) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// All of a collection.
    ///
    /// @param position among all; a lower one comes first
    /// @param picked by hand, in their order, those in the trash as well
    record Kept(SavedCollection collection, int position, List<SourceId> picked) {
        public Kept {
            picked = List.copyOf(picked);
        }
    }
}
