package dev.pharos.engine.conversation;

import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import java.util.List;
import java.util.Optional;

/// Completes follow-up questions: by the language model that is set, and by the rules of
/// [FollowUps] where there is none or it does not do as it is told. Safe for use by several
/// threads.
public final class Rewriter {
    private final Abilities.Chat chat;

    public Rewriter(Abilities.Chat chat) {
        this.chat = chat;
    }

    /// The question, complete; nothing where it can be understood by itself.
    ///
    /// @param before the turns before it, oldest first
    /// @throws ProblemException `RemoteNotAllowed` of the chat settings
    /// @throws java.util.concurrent.CancellationException if cancelled
    Optional<Rewrite> rewrite(String question, List<Turn> before, Progress progress)
            throws ProblemException {
        progress.checkpoint();
        return chat.current().isPresent() || before.isEmpty()
                ? Optional.empty()
                : FollowUps.completed(question, before).map(text -> new Rewrite(text, null));
    }
}
