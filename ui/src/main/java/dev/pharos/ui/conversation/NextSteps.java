package dev.pharos.ui.conversation;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.conversation.NextAction;
import dev.pharos.engine.conversation.NextActions;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// What may be done next with an answer: proposed, named, and done when somebody wants it. For the
/// JavaFX thread.
public final class NextSteps {

    /// Puts sources into a collection.
    @FunctionalInterface
    public interface Collecting {
        /// @param collection null for a new one of that name
        void put(@Nullable UUID collection, String name, List<SourceId> sources);
    }

    /// What it works with.
    ///
    /// @param make asks how a note is to be made of a source
    public record Parts(
            NextActions actions,
            AnswerKeeping keeping,
            Opening opening,
            Collecting collecting,
            Consumer<SourceId> make,
            Background background) {}

    private final Parts parts;
    private final Texts texts;

    public NextSteps(Parts parts, Texts texts) {
        this.parts = parts;
        this.texts = texts;
    }

    /// Proposes; where that fails, nothing.
    void after(Answer answer, Consumer<List<NextAction>> then) {
        parts.background()
                .<List<NextAction>>job(
                        _ -> parts.actions().after(answer),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var all)) {
                                then.accept(all);
                            }
                        })
                .start();
    }

    String name(NextAction action) {
        return switch (action) {
            case NextAction.Open(var citation) ->
                    texts.text("next.open", Toasts.name(citation.title()));
            case NextAction.CreateNote() -> texts.text("next.note");
            case NextAction.MakeQuiz() -> texts.text("next.quiz");
            case NextAction.AddToCollection(var collection, var name, _) ->
                    collection == null
                            ? texts.text("next.collection")
                            : texts.text("next.add", Toasts.name(name));
            case NextAction.MakeNoteOf(_, var title) -> texts.text("next.make", Toasts.name(title));
        };
    }

    void act(NextAction action, String question, Answer answer) {
        switch (action) {
            case NextAction.Open(var citation) ->
                    parts.opening().open(Target.of(citation), Where.HERE);
            case NextAction.CreateNote() -> parts.keeping().note(question, answer);
            case NextAction.MakeQuiz() -> parts.keeping().quiz(question, answer);
            case NextAction.AddToCollection(var collection, var name, var sources) ->
                    parts.collecting().put(collection, name, sources);
            case NextAction.MakeNoteOf(var recording, _) -> parts.make().accept(recording);
        }
    }
}
