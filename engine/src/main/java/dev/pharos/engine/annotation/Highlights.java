package dev.pharos.engine.annotation;

import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What was marked in the sources of a library. A highlight is found and cited like a passage, by
/// its words and by the reader's own. It stays with its words when its source is imported again, is
/// transcribed again or corrected; where the words are gone, it is kept with the place where they
/// were. Those of a source in the trash are not here. All calls block; safe for use by several
/// threads. What writes needs a library that was opened for writing; what was written is found at
/// once.
///
/// Every method that takes a source throws `ProblemException` with `NoSuchSource`, and every one
/// that takes a highlight with `NoSuchHighlight`, where that names none.
public interface Highlights {

    /// In the order of their places.
    List<Highlight> of(SourceId source) throws ProblemException;

    /// The last one first.
    List<Highlight> all();

    Optional<Highlight> find(UUID highlight);

    /// Marks words of a source's text.
    ///
    /// @param start UTF-16 offset into the text, as in [dev.pharos.engine.library.Place]
    /// @param end exclusive
    /// @param note may be empty
    Change add(SourceId source, int start, int end, Colour colour, String note)
            throws ProblemException;

    /// Marks a span of time in a recording, and the words that are said in it where they are known.
    ///
    /// @param endMs exclusive
    Change addTime(SourceId source, long startMs, long endMs, Colour colour, String note)
            throws ProblemException;

    Change colour(UUID highlight, Colour colour) throws ProblemException;

    /// Gives a highlight other words of the reader's own.
    Change note(UUID highlight, String note) throws ProblemException;

    /// Forgets highlights; those that are not there are passed over.
    Change remove(Collection<UUID> highlights);

    /// Takes a change back.
    void undo(Change change);

    /// What a change has done: all that [#undo] needs.
    ///
    /// @param before those that it touched, as they were
    /// @param after the same, and those that it made, as they are now
    record Change(List<Highlight> before, List<Highlight> after) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /// The highlights of a source as Markdown: each quoted, with the reader's own words and a link
    /// back to its place, under one link to the source.
    ///
    /// @param place says in words where a highlight stands, such as `p. 12`; may be empty
    String markdown(SourceId source, Function<Highlight, String> place) throws ProblemException;
}
