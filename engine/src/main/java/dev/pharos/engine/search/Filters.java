package dev.pharos.engine.search;

import dev.pharos.engine.library.SourceFilter;
import dev.pharos.engine.problem.ProblemException;

import java.time.ZoneId;

/// The filters of a search line, without its words.
public final class Filters {
    private Filters() {}

    /// @param line such as `kind:pdf tag:"north sea" after:2020`; words in it are passed over
    /// @throws ProblemException `UnreadableQuery`
    public static SourceFilter of(String line) throws ProblemException {
        return ParsedQuery.parse(line, ZoneId.systemDefault()).filter();
    }
}
