package dev.pharos.engine.search;

import dev.pharos.engine.library.SourceFilter;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import java.time.ZoneId;

/// The filters of a search line, without its words.
public final class Filters {
    private Filters() {}

    /// A search line in which a collection is called by its new name, wherever it names it.
    public static String renamed(String line, String before, String now) {
        return ParsedQuery.renamed(line, before, now);
    }

    /// @param line such as `kind:pdf tag:"north sea" after:2020`; words in it are passed over
    /// @throws ProblemException `UnreadableQuery`, also where it names a collection: that is no
    ///   filter of a source by itself
    public static SourceFilter of(String line) throws ProblemException {
        var parsed = ParsedQuery.parse(line, ZoneId.systemDefault());
        if (!parsed.collections().isEmpty()) {
            throw new ProblemException(
                    new Problem.UnreadableQuery(
                            line, "collection:" + parsed.collections().getFirst()));
        }
        return parsed.filter();
    }
}
