package dev.pharos.engine.answer;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.util.function.Consumer;

/// Answers questions from the library, each sentence with its proof.
public final class Answerer {

    Answerer() {}

    /// Blocks until the answer is whole.
    ///
    /// @param onText hears the answer's text piece by piece as it is written
    /// @throws ProblemException of the search, or of the chat endpoint
    /// @throws java.util.concurrent.CancellationException if cancelled
    public Answer answer(String question, Consumer<String> onText, Progress progress)
            throws ProblemException {
        throw new UnsupportedOperationException();
    }
}
