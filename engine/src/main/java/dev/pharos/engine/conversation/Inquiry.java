package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.AnswerMode;

import org.jspecify.annotations.Nullable;

/// A question as it is put to an [Interlocutor].
///
/// @param conversation that it goes on with, or null for a new one
/// @param asWritten whether it is looked for word by word, and never rewritten
/// @param keep whether the turn is saved; needs a library that was opened for writing
public record Inquiry(
        Conversation.@Nullable Id conversation,
        String question,
        AnswerMode mode,
        Scope scope,
        boolean asWritten,
        boolean keep) {

    /// The first question of a new conversation.
    public static Inquiry first(String question, AnswerMode mode, Scope scope, boolean keep) {
        return new Inquiry(null, question, mode, scope, true, keep);
    }

    /// @throws IllegalArgumentException for an empty question
    public Inquiry {
        question = question.strip();
        if (question.isEmpty()) {
            throw new IllegalArgumentException("no question");
        }
    }
}
