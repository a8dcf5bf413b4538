package dev.pharos.engine.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How good answers are.
///
/// @param answerable questions that a document answers
/// @param unanswerable by why nothing in the library answers them; kinds that were not asked are
///   missing
public record AnswerFigures(
        List<AnsweredQuestion> answerable, Map<Unanswerable, List<AnsweredQuestion>> unanswerable) {

    /// Why nothing in the library answers a question.
    public enum Unanswerable {
        /// Its set says so.
        MARKED,
        /// It was asked of all documents but those that answer it.
        HIDDEN,
        /// It is about something else.
        FOREIGN
    }

    public AnswerFigures {
        answerable = List.copyOf(answerable);
        unanswerable = new EnumMap<>(unanswerable);
    }

    /// The share that was refused, as it should be.
    public Estimate refused(Unanswerable kind) {
        return Estimate.mean(
                unanswerable.getOrDefault(kind, List.of()).stream()
                        .map(answered -> answered.refused() ? 1.0 : 0.0)
                        .toList());
    }
}
