package dev.pharos.engine.conversation;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.answer.AnswerSentence;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/// Turns to follow up.
final class SaidBefore {
    private SaidBefore() {}

    /// @param sentences of the answer
    static Turn turn(String question, String... sentences) {
        var said =
                Arrays.stream(sentences)
                        .map(text -> new AnswerSentence(text.strip(), List.of(1), null, null))
                        .toList();
        var answer =
                new Answer(
                        question,
                        AnswerMode.DIRECT,
                        said,
                        null,
                        List.of(),
                        List.of(),
                        new Answer.Origin("m", true, Duration.ZERO, 0, 0),
                        false);
        return new Turn(
                new UUID(0, 1),
                new Conversation.Id(new UUID(0, 2)),
                0,
                question,
                null,
                AnswerMode.DIRECT,
                Scope.ALL,
                Instant.EPOCH,
                List.of(new Turn.Answered(answer, Instant.EPOCH)));
    }
}
