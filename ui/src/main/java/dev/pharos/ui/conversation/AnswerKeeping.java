package dev.pharos.ui.conversation;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.conversation.ConversationText;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.engine.learning.QuizMaking;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.answer.AnswerWords;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// Takes answers out of a conversation, with their sources: as text, or as a note. For the JavaFX
/// thread.
public final class AnswerKeeping {

    /// Tells what was done.
    @FunctionalInterface
    public interface News {

        /// @param action its words, or null where there is nothing to be done about it
        void told(String words, @Nullable String action, @Nullable Runnable does);
    }

    /// @param told the key of the words that tell it
    private record Kept(Note note, String told) {
        private static Kept as(Note note) {
            return new Kept(note, "conversation.noted");
        }
    }

    private interface Keeping {
        Kept note() throws ProblemException;
    }

    private final ConversationText text;
    private final Notes notes;
    private final QuizMaking quizzes;
    private final Background background;
    private final Opening opening;
    private final News news;
    private final Texts texts;
    private final AnswerWords words;

    public AnswerKeeping(
            ConversationText text,
            Notes notes,
            QuizMaking quizzes,
            Background background,
            Opening opening,
            News news,
            Texts texts) {
        this.text = text;
        this.notes = notes;
        this.quizzes = quizzes;
        this.background = background;
        this.opening = opening;
        this.news = news;
        this.texts = texts;
        words = new AnswerWords(texts);
    }

    /// Gives an answer as plain text.
    void text(Answer answer, Consumer<String> then) {
        background
                .<String>job(
                        _ -> text.plain(answer, words),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var plain) -> {
                                    then.accept(plain);
                                    news.told(texts.text("conversation.copied"), null, null);
                                }
                                case Outcome.Failed(var why) -> tell(why);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }

    /// Makes a note of an answer, called like its question.
    void note(String question, Answer answer) {
        note(() -> Kept.as(notes.create(name(question), text.note(answer, words), "")));
    }

    /// Makes a quiz of what an answer cites.
    void quiz(String question, Answer answer) {
        note(() -> {
            var quiz = quizzes.of(name(question), answer.citations(), Progress.NONE);
            return quiz.earlier() ? new Kept(quiz.note(), "quiz.there") : Kept.as(quiz.note());
        });
    }

    /// Makes a note of a whole conversation.
    public void note(List<Turn> turns) {
        var all = List.copyOf(turns);
        if (!all.isEmpty()) {
            String first = name(all.getFirst().question());
            note(() -> Kept.as(notes.create(first, text.note(all, words), "")));
        }
    }

    private void tell(Problem why) {
        news.told(new ProblemText(texts).of(why), null, null);
    }

    private static String name(String question) {
        return question.replaceAll("\\s+", " ").strip();
    }

    private void note(Keeping keeping) {
        background.<Kept>keep(
                _ -> keeping.note(),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done(var kept) -> {
                            var note = kept.note().source();
                            news.told(
                                    texts.text(kept.told(), note.title()),
                                    texts.text("conversation.open"),
                                    () -> opening.open(Target.of(note)));
                        }
                        case Outcome.Failed(var why) -> tell(why);
                        case Outcome.Cancelled() -> {}
                    }
                });
    }
}
