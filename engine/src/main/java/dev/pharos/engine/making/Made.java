package dev.pharos.engine.making;

import dev.pharos.engine.library.Source;

/// What became of the wish to make a note. Immutable.
///
/// @param note as it is now
/// @param made how it was made
/// @param change what it means for the note
public record Made(Source note, MadeNote made, Change change) {

    /// What a making has changed.
    public sealed interface Change {

        /// There was no such note.
        record Created() implements Change {}

        /// The note says all that already.
        record Unchanged() implements Change {}

        /// The note got other lines; all that its owner wrote is there, and the text before is a
        /// version of it.
        ///
        /// @param added lines
        /// @param removed lines
        record Rewritten(int added, int removed) implements Change {}

        /// Its owner has changed lines that would have been others now. The note is as it was.
        ///
        /// @param kept the version that says what was made
        record Conflict(int kept) implements Change {}
    }
}
