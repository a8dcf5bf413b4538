package dev.pharos.ui.answer;

import dev.pharos.engine.answer.Answer;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// One question and its answer as it is written. A new question stops the one before.
public final class AnswerViewModel {

    /// What there is to show.
    public sealed interface State {
        record Idle() implements State {}

        record Asking(String question, Job job) implements State {}

        record Answered(Answer answer) implements State {}

        /// The user stopped it; what was written until then is in [#writtenProperty].
        record Stopped(String question) implements State {}

        record Failed(String question, Problem problem) implements State {}
    }

    private final Ask ask;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ReadOnlyStringWrapper written = new ReadOnlyStringWrapper("");

    public AnswerViewModel(Ask ask, Background background) {
        this.ask = ask;
        this.background = background;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The answer's text as far as it has come.
    public ReadOnlyStringProperty writtenProperty() {
        return written.getReadOnlyProperty();
    }

    public void ask(String line) {
        String question = line.strip();
        if (question.isEmpty()) {
            return;
        }
        stop();
        written.set("");
        var asked = new Job[1];
        var job =
                background.<Answer>job(
                        progress ->
                                ask.answer(
                                        question,
                                        piece -> background.show(() -> write(asked[0], piece)),
                                        progress),
                        outcome -> finish(asked[0], question, outcome));
        asked[0] = job;
        state.set(new State.Asking(question, job));
        job.start();
    }

    public void stop() {
        if (state.get() instanceof State.Asking(var question, var job)) {
            job.cancel();
            state.set(new State.Stopped(question));
        }
    }

    private boolean current(Job asked) {
        return state.get() instanceof State.Asking(_, var job) && job == asked;
    }

    private void write(Job asked, String piece) {
        if (current(asked)) {
            written.set(written.get() + piece);
        }
    }

    private void finish(Job asked, String question, Outcome<Answer> outcome) {
        if (!current(asked)) {
            return;
        }
        state.set(
                switch (outcome) {
                    case Outcome.Done(var answer) -> new State.Answered(answer);
                    case Outcome.Cancelled() -> new State.Stopped(question);
                    case Outcome.Failed(var problem) -> new State.Failed(question, problem);
                });
    }
}
