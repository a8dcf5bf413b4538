package dev.pharos.engine.evaluation;

import java.util.List;

/// What became of one question.
///
/// @param proofs its citations in their order; none where it was refused
/// @param f1 word for word against the right answer ([AnswerWords]); 0 where it was refused
/// @param exact whether the reply is the right answer and nothing else
public record AnsweredQuestion(
        TestQuestion question, List<Proof> proofs, double f1, boolean exact) {

    /// A citation, looked up.
    ///
    /// @param stands whether the quoted words are what the library's text has at the cited place
    /// @param right whether that is in a document that answers the question
    /// @param holds whether a right answer is among the quoted words
    public record Proof(boolean stands, boolean right, boolean holds) {}

    public AnsweredQuestion {
        proofs = List.copyOf(proofs);
    }

    /// What is to be said of it in a word.
    public enum Verdict {
        /// A citation is of a document that answers, with right words in it where these are known.
        RIGHT,
        /// It was answered, but with other words.
        OTHER,
        /// It was refused, though there is an answer.
        REFUSED,
        /// It was refused, and there is no answer.
        RIGHTLY_REFUSED,
        /// It was answered, though there is no answer.
        MADE_UP
    }

    public boolean refused() {
        return proofs.isEmpty();
    }

    public Verdict verdict() {
        if (!question.answerable()) {
            return refused() ? Verdict.RIGHTLY_REFUSED : Verdict.MADE_UP;
        }
        if (refused()) {
            return Verdict.REFUSED;
        }
        boolean placed = !question.judged() || proofs.stream().anyMatch(Proof::right);
        boolean worded = question.answers().isEmpty() || proofs.stream().anyMatch(Proof::holds);
        return placed && worded ? Verdict.RIGHT : Verdict.OTHER;
    }
}
