package dev.pharos.ui.search;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.search.SearchResult;

/// The ability to search a library; blocks.
@FunctionalInterface
public interface Search {
    SearchResult search(Query query) throws ProblemException;
}
