package dev.pharos.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerSentence;
import dev.pharos.engine.conversation.CitedPlaces;
import dev.pharos.engine.conversation.CitedPlaces.Standing;
import dev.pharos.engine.conversation.Conversation;
import dev.pharos.engine.conversation.Turn;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/// What `ask --json` and `conversations --json` print.
final class TalkOutput {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Texts.LOCALE)
                    .withZone(ZoneId.systemDefault());

    private TalkOutput() {}

    static String when(Instant when) {
        return WHEN.format(when);
    }

    /// @param question the first one that was found, or null
    record Listed(
            String id,
            String title,
            String created,
            String changed,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String question) {
        static Listed of(Conversation conversation, @Nullable String question) {
            return new Listed(
                    conversation.id().toString(),
                    conversation.title(),
                    conversation.created().toString(),
                    conversation.changed().toString(),
                    question);
        }
    }

    /// One turn: what `ask` has always told, and what it knows since there are conversations.
    ///
    /// @param understood what was looked for instead of the question, or null
    /// @param rewrittenBy `rules` or the name of a model, or null
    /// @param table null where the answer is none
    /// @param conversation null where the turn is not kept
    /// @param earlier how many answers to the same question are kept beside this one
    record Answered(
            @JsonUnwrapped FoundOutput.Answered answer,
            String mode,
            @Nullable String understood,
            @Nullable String rewrittenBy,
            List<Sentence> sentences,
            Answer.@Nullable Table table,
            boolean stopped,
            @Nullable String conversation,
            int earlier,
            List<String> standing) {

        static Answered of(Turn turn, CitedPlaces cited) {
            return of(turn, true, cited);
        }

        static Answered of(Turn turn, boolean kept, CitedPlaces cited) {
            var answer = turn.answer();
            var rewrite = turn.rewrite();
            return new Answered(
                    FoundOutput.Answered.of(turn.question(), answer),
                    answer.mode().id(),
                    rewrite == null ? null : rewrite.question(),
                    rewrite == null ? null : Objects.requireNonNullElse(rewrite.model(), "rules"),
                    answer.sentences().stream().map(Sentence::of).toList(),
                    answer.table(),
                    answer.stopped(),
                    kept ? turn.conversation().toString() : null,
                    turn.answers().size() - 1,
                    cited.of(answer).stream()
                            .map(Standing::state)
                            .map(state -> state.name().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    /// @param doubt `uncited`, `not_said`, `turned` or `far`, or null where it is proved
    /// @param missing the numbers and names that the cited words do not have
    /// @param cell row and column in the table, or null
    record Sentence(
            String text,
            List<Integer> markers,
            @Nullable String doubt,
            List<String> missing,
            @Nullable List<Integer> cell) {
        static Sentence of(AnswerSentence sentence) {
            var doubt = sentence.doubt();
            var cell = sentence.cell();
            return new Sentence(
                    sentence.text(),
                    sentence.markers(),
                    doubt == null ? null : doubt.reason().name().toLowerCase(Locale.ROOT),
                    doubt == null ? List.of() : doubt.missing(),
                    cell == null ? null : IntStream.of(cell.row(), cell.column()).boxed().toList());
        }
    }
}
