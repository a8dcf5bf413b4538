package dev.pharos.ui.making;

import dev.pharos.engine.learning.QuizMaking;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Makes a quiz of what is open and opens it. For the JavaFX thread.
///
/// @param there hears that the one that is opened was there already
/// @param trouble hears why there is none
public record QuizCommand(
        Library library,
        Opening opening,
        Background background,
        Runnable there,
        Consumer<Problem> trouble) {

    /// @param sources what is open, or chosen
    public void into(Commands commands, Supplier<List<Source>> sources) {
        commands.add(
                Group.DO,
                "command.makeQuiz",
                () -> sources.get().size() == 1,
                () -> make(sources.get().getFirst()));
    }

    private void make(Source of) {
        background
                .<QuizMaking.Made>job(
                        progress -> library.talk().quizzes().of(of.id(), progress),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var quiz) -> {
                                    opening.open(Target.of(quiz.note().source()), Where.NEW_TAB);
                                    if (quiz.earlier()) {
                                        there.run();
                                    }
                                }
                                case Outcome.Failed(var why) -> trouble.accept(why);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }
}
