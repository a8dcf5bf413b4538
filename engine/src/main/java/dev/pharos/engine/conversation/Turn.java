package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerMode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A question in a conversation and what was answered. Immutable.
///
/// @param position in its conversation, from 0
/// @param question as it was typed
/// @param rewrite what was looked for instead, or null where that is the question itself
/// @param mode of the newest answer
/// @param scope of the newest answer
/// @param answers oldest first, one at least; a question that is answered again keeps the earlier
///   ones
public record Turn(
        UUID id,
        Conversation.Id conversation,
        int position,
        String question,
        @Nullable Rewrite rewrite,
        AnswerMode mode,
        Scope scope,
        Instant asked,
        List<Answered> answers) {

    /// One answer to the question.
    ///
    /// @param answer without the passages it was looked for in, once it was kept
    public record Answered(Answer answer, Instant when) {}

    public Turn {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("a turn needs an answer");
        }
    }

    /// The newest answer.
    public Answer answer() {
        return answers.getLast().answer();
    }

    /// What was looked for.
    public String understood() {
        return rewrite == null ? question : rewrite.question();
    }

    /// The same question, answered once more.
    Turn again(@Nullable Rewrite understood, AnswerMode shape, Scope within, Answered answered) {
        var all = new ArrayList<>(answers);
        all.add(answered);
        return new Turn(
                id, conversation, position, question, understood, shape, within, asked, all);
    }
}
