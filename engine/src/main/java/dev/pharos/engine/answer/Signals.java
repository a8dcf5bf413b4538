package dev.pharos.engine.answer;

import dev.pharos.engine.answer.Overlap.Said;

/// What speaks for a sentence as the answer to a question; every figure 0…1. The weights were
/// fitted by regression on the English and the Russian part of XQuAD, and judged on articles that
/// were left out of the fit (docs/decisions/0030-when-to-answer.md; `./measure answer-fit` fits
/// anew).
///
/// @param meaning cosine of sentence and question
/// @param said what of the question's words is there
/// @param kind 1 where it holds the particular kind of thing that is asked for (a number, a time, a
///   name)
/// @param passage its passage's score in the search, the best being 1
/// @param fluency how well the embedding model knows the language of the question
record Signals(double meaning, Said said, double kind, double passage, double fluency) {
    /// How much less than enough still has to do with the question.
    private static final double LITTLE = 1.5;

    private static final double[] WITH_MEANING = {4.21, 3.06, 1.58, 2.77, 1.59, -6.83};
    private static final double[] WITHOUT_MEANING = {0, 2.71, 2.88, 3.37, 1.34, -4.5};

    /// Compares sentences for one question; higher is better. A difference of 2.8 is a clear one.
    double rank() {
        return fluency * 3.3 * meaning
                + 5.15 * said.words()
                + 3.5 * said.around()
                + 1.2 * kind
                + 5.8 * passage;
    }

    /// Whether the best sentence answers at all, or is only the nearest that there is.
    boolean supports() {
        return support() >= 0;
    }

    /// Whether it has at least something to do with what is asked.
    boolean speaks() {
        return support() >= -LITTLE;
    }

    private double support() {
        return fluency * sum(WITH_MEANING) + (1 - fluency) * sum(WITHOUT_MEANING);
    }

    private double sum(double[] weights) {
        double[] figures = figures();
        double sum = weights[figures.length];
        for (int i = 0; i < figures.length; i++) {
            sum += weights[i] * figures[i];
        }
        return sum;
    }

    /// What [#supports] is decided by.
    double[] figures() {
        return new double[] {meaning, said.words(), said.around(), said.whole(), said.names()};
    }
}
