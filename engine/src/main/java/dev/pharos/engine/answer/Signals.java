package dev.pharos.engine.answer;

/// What speaks for a sentence as the answer to a question; every figure 0…1. The weights were
/// fitted by regression on the English and the Russian part of XQuAD, and judged on articles that
/// were left out of the fit (docs/decisions/0030-when-to-answer.md).
///
/// @param meaning cosine of sentence and question
/// @param words share of the question's words in it, rare ones counting more
/// @param around the same, with the sentence before, the headings and the title
/// @param whole the same of the whole passage and its title
/// @param kind 1 where it holds the particular kind of thing that is asked for (a number, a time, a
///   name)
/// @param passage its passage's score in the search, the best being 1
/// @param fluency how well the embedding model knows the language of the question
record Signals(
        double meaning,
        double words,
        double around,
        double whole,
        double kind,
        double passage,
        double fluency) {

    /// Compares sentences for one question; higher is better. A difference of 2.8 is a clear one.
    double rank() {
        return fluency * 3.3 * meaning + 5.15 * words + 3.5 * around + 1.2 * kind + 5.8 * passage;
    }

    /// Whether the best sentence answers at all, or is only the nearest that there is.
    boolean supports() {
        double withMeaning = 5.4 * meaning + 3.8 * words + 1.6 * around + 3.5 * whole - 6.6;
        double withoutMeaning = 2.9 * words + 2.95 * around + 4.85 * whole - 3.8;
        return fluency * withMeaning + (1 - fluency) * withoutMeaning >= 0;
    }
}
