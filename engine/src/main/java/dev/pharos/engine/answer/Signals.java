package dev.pharos.engine.answer;

/// What speaks for a sentence as the answer to a question; every figure 0…1. The weights were
/// fitted by logistic regression on half of the questions of XQuAD's English development part and
/// looked at on the other half and on its Russian part (docs/decisions/0007-built-in-answers.md).
///
/// @param meaning cosine of sentence and question
/// @param words share of the question's words in it, rare ones counting more
/// @param around the same, with the sentence before, the headings and the title
/// @param kind 1 where it holds the particular kind of thing that is asked for (a number, a time, a
///   name)
/// @param passage its passage's score in the search, the best being 1
/// @param fluency how well the embedding model knows the language of the question
record Signals(
        double meaning, double words, double around, double kind, double passage, double fluency) {

    /// Compares sentences for one question; higher is better. A difference of 2 is a clear one.
    double rank() {
        return fluency * 4.5 * meaning + 3.6 * words + 3.2 * around + 1.8 * kind + 5.9 * passage;
    }

    /// Whether the best sentence answers at all, or is only the nearest that there is.
    boolean supports() {
        double withMeaning = 7.2 * meaning + 3.8 * words + 5.6 * around - 7.4;
        double withoutMeaning = 6.5 * words + 7.8 * around - 4.8;
        return fluency * withMeaning + (1 - fluency) * withoutMeaning >= 0;
    }
}
