package dev.pharos.engine.evaluation;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.Query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// A search told as documents: one stands where its best passage stands.
public final class SourceRanking {
    private static final long PASSAGES_A_SOURCE = 3;

    private SourceRanking() {}

    /// Asks for more passages until there are enough documents, or no more passages.
    ///
    /// @param query plain text
    /// @param count how many documents are wanted; there may be more, and less
    /// @param document what a source is
    /// @return scores by documents, best first
    public static <T> Map<T, Double> of(
            Library library,
            String query,
            Query.Mode mode,
            int count,
            Function<Source, ? extends T> document)
            throws ProblemException {
        long all = Math.max(1, library.meaning().state().total());
        long limit = Math.min(count * PASSAGES_A_SOURCE, all);
        while (true) {
            var asked = Query.ofPlainText(query, mode, (int) limit);
            var hits = library.searcher().search(asked).hits();
            var best = new LinkedHashMap<T, Double>();
            for (Hit hit : hits) {
                best.merge(document.apply(hit.source()), hit.score(), Math::max);
            }
            if (best.size() >= count || hits.size() < limit || limit == all) {
                return best;
            }
            limit = Math.min(2 * limit, all);
        }
    }
}
