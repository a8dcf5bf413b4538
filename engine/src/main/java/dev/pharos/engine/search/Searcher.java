package dev.pharos.engine.search;

import dev.pharos.engine.problem.ProblemException;

/// Answers queries.
public final class Searcher {

    Searcher() {}

    /// Blocks; milliseconds once warm.
    ///
    /// @throws ProblemException `UnreadableQuery`, or `ModelUnavailable` where a search by meaning
    ///   was asked
    public SearchResult search(Query query) throws ProblemException {
        throw new UnsupportedOperationException();
    }
}
