package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.answer.AnswerSentence;
import dev.pharos.engine.conversation.CitedPlaces;
import dev.pharos.engine.conversation.CitedPlaces.Standing;
import dev.pharos.engine.conversation.Conversation;
import dev.pharos.engine.conversation.NextAction;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.engine.library.SourceId;

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
            List<String> standing,
            @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("next_actions")
                    @Nullable List<Next> next) {

        static Answered of(Turn turn, CitedPlaces cited) {
            return of(turn, true, cited, null);
        }

        static Answered of(
                Turn turn, boolean kept, CitedPlaces cited, @Nullable List<NextAction> next) {
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
                            .toList(),
                    next == null ? null : next.stream().map(Next::of).toList());
        }
    }

    /// Something that may be done with the answer.
    ///
    /// @param action `open`, `create_note`, `make_quiz`, `add_to_collection` or `make_note`
    /// @param name of the source, of the collection, or null
    /// @param collection null also for a new one
    record Next(
            String action,
            @Nullable String name,
            @Nullable String collection,
            List<String> sources) {
        static Next of(NextAction action) {
            return switch (action) {
                case NextAction.Open(var citation) ->
                        new Next(
                                "open",
                                citation.title(),
                                null,
                                List.of(citation.source().toString()));
                case NextAction.CreateNote() -> new Next("create_note", null, null, List.of());
                case NextAction.MakeQuiz() -> new Next("make_quiz", null, null, List.of());
                case NextAction.AddToCollection(var collection, var name, var sources) ->
                        new Next(
                                "add_to_collection",
                                name,
                                collection == null ? null : collection.toString(),
                                sources.stream().map(SourceId::toString).toList());
                case NextAction.MakeNoteOf(var recording, var title) ->
                        new Next("make_note", title, null, List.of(recording.toString()));
            };
        }
    }

    /// The same in words, with the command that does it.
    ///
    /// @param kept the conversation, or null where the answer is not kept
    static String line(NextAction action, @Nullable String kept) {
        return switch (action) {
            case NextAction.Open(var citation) ->
                    text("ask.next.open", citation.title(), id(citation.source()));
            case NextAction.CreateNote() ->
                    kept == null ? text("ask.next.note") : text("ask.next.noteOf", kept);
            case NextAction.MakeQuiz() ->
                    kept == null ? text("ask.next.quiz") : text("ask.next.quizOf", kept);
            case NextAction.AddToCollection(var collection, var name, var sources) ->
                    text(
                            collection == null ? "ask.next.collection" : "ask.next.add",
                            name,
                            String.join(" ", sources.stream().map(TalkOutput::id).toList()));
            case NextAction.MakeNoteOf(var recording, var title) ->
                    text("ask.next.make", title, id(recording));
        };
    }

    private static String id(SourceId source) {
        return source.toString().substring(0, ListCommand.SHORT_ID);
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
