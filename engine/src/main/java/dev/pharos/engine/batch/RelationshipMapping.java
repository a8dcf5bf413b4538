package dev.pharos.engine.batch;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

/// Finds what a new note, and what it was made of, has to do with the rest of the library.
@FunctionalInterface
public interface RelationshipMapping {

    /// Looks for what a note or its source has to do with others, and keeps it where relationships
    /// are kept. Blocks for about a second.
    ///
    /// @return how many there are; of a source those that its note leaves to it
    int find(SourceId id, Progress progress) throws ProblemException;
}
