package dev.pharos.ui.answer;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.util.function.Consumer;

/// The ability to answer a question from a library; blocks.
@FunctionalInterface
public interface Ask {

    /// @param onText hears the answer piece by piece, on any thread
    Answer answer(String question, Consumer<String> onText, Progress progress)
            throws ProblemException;
}
