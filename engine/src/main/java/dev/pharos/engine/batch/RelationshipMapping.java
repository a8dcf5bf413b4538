package dev.pharos.engine.batch;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

/// Finds what a new note has to do with the rest of the library.
@FunctionalInterface
public interface RelationshipMapping {

    /// Looks for what a note has to do with others, and keeps it where relationships are kept.
    /// Blocks for a second at most.
    ///
    /// @return how many there are
    int find(SourceId note, Progress progress) throws ProblemException;
}
