package dev.pharos.engine.answer;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.meaning.Embedder;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Optional;

/// What the built-in answerer knows of the best sentence for a question when it decides whether to
/// answer: what its weights are fitted on.
///
/// @param figures in the order of the weights, without the constant
/// @param fluency 0…1
public record JudgedQuestion(double[] figures, double fluency) {

    /// @param among the sources that may answer, or null for all
    /// @return nothing where nothing is found
    public static Optional<JudgedQuestion> of(
            Library library,
            Embedder embedder,
            String question,
            @Nullable Collection<SourceId> among)
            throws ProblemException {
        var query = Query.ofPlainText(question, Query.Mode.HYBRID, Answerer.PASSAGES);
        var hits = library.searcher().search(query, among).hits();
        return new ExtractiveAnswerer(library.sources(), library.transcripts(), embedder)
                .judge(new Question(question, System.nanoTime()), hits).stream()
                        .findFirst()
                        .map(ExtractiveAnswerer.Judged::signals)
                        .map(best -> new JudgedQuestion(best.figures(), best.fluency()));
    }
}
