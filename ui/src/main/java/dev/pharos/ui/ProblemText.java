package dev.pharos.ui;

import dev.pharos.engine.problem.Problem;

/// Says a problem in words, with what can be done about it.
public final class ProblemText {
    private final Texts texts;

    public ProblemText(Texts texts) {
        this.texts = texts;
    }

    public String of(Problem problem) {
        return texts.text(problem.key(), problem.arguments());
    }
}
