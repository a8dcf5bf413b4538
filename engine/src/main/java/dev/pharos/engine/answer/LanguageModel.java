package dev.pharos.engine.answer;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.util.List;
import java.util.function.Consumer;

/// The ability to write text from instructions and material.
public interface LanguageModel extends AutoCloseable {

    /// One turn of the conversation that is sent.
    record Message(Role role, String text) {}

    /// Who speaks.
    enum Role {
        SYSTEM,
        USER,
        ASSISTANT
    }

    /// The model's name, shown with every answer.
    String name();

    /// True where the model runs on this machine, so that nothing sent to it leaves.
    boolean local();

    /// How many tokens the model reads at once, question and reply together; 0 where unknown.
    default int contextTokens() {
        return 0;
    }

    /// Blocks until the reply is complete and returns it whole.
    ///
    /// @param onText called with each piece as it arrives, on the calling thread or another, never
    ///   two at once
    /// @throws ProblemException if the model cannot be reached or refuses; `ContextTooSmall` where
    ///   the messages are more than it reads at once
    /// @throws java.util.concurrent.CancellationException if `progress` was cancelled; within 200
    ///   ms
    String reply(List<Message> messages, Consumer<String> onText, Progress progress)
            throws ProblemException;

    /// The same, held to a JSON schema where the model's server can do that: it may not, so that
    /// its reader looks at what came.
    ///
    /// @param schema of the reply, as JSON
    default String reply(
            List<Message> messages, String schema, Consumer<String> onText, Progress progress)
            throws ProblemException {
        return reply(messages, onText, progress);
    }

    @Override
    void close();
}
