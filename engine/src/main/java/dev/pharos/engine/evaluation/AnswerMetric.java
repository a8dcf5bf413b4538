package dev.pharos.engine.evaluation;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// How good the answers to questions are that can be answered, 0…1 for each of them.
public enum AnswerMetric {
    ANSWERED(_ -> true, answered -> answered.refused() ? 0 : 1),
    /// A right answer is among the words of the first citation.
    FIRST_HOLDS(
            AnswerMetric::known,
            answered -> answered.proofs().stream().limit(1).anyMatch(p -> p.holds()) ? 1 : 0),
    /// A right answer is among the words of one of the citations.
    SHOWN_HOLDS(
            AnswerMetric::known,
            answered -> answered.proofs().stream().anyMatch(p -> p.holds()) ? 1 : 0),
    /// Of the citations of an answer: the quoted words stand where they are said to.
    CITATION_STANDS(answered -> !answered.refused(), share(proof -> proof.stands())),
    /// The same, and in a document that answers the question.
    CITATION_RIGHT(AnswerMetric::placed, share(proof -> proof.stands() && proof.right())),
    /// The same of the first citation alone.
    FIRST_RIGHT(
            AnswerMetric::placed,
            answered -> {
                var first = answered.proofs().getFirst();
                return first.stands() && first.right() ? 1 : 0;
            }),
    /// [AnswerWords#f1]; a reply of whole sentences cannot come near 1.
    F1(AnswerMetric::known, AnsweredQuestion::f1),
    EXACT(AnswerMetric::known, answered -> answered.exact() ? 1 : 0);

    private final Predicate<AnsweredQuestion> counts;
    private final ToDoubleFunction<AnsweredQuestion> score;

    AnswerMetric(Predicate<AnsweredQuestion> counts, ToDoubleFunction<AnsweredQuestion> score) {
        this.counts = counts;
        this.score = score;
    }

    private static boolean known(AnsweredQuestion answered) {
        return !answered.question().answers().isEmpty();
    }

    private static boolean placed(AnsweredQuestion answered) {
        return !answered.refused() && answered.question().judged();
    }

    private static ToDoubleFunction<AnsweredQuestion> share(
            Predicate<AnsweredQuestion.Proof> wanted) {
        return answered ->
                answered.proofs().stream()
                        .mapToDouble(proof -> wanted.test(proof) ? 1 : 0)
                        .average()
                        .orElse(0);
    }

    /// Over those of the questions that it can be told of.
    public Estimate of(List<AnsweredQuestion> answerable) {
        return Estimate.mean(answerable.stream().filter(counts).map(score::applyAsDouble).toList());
    }
}
