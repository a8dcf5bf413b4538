package dev.pharos.ui.conversation;

import dev.pharos.engine.answer.AnswerListener;
import dev.pharos.engine.answer.AnswerMode;
import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.conversation.CitedPlaces.Standing;
import dev.pharos.engine.conversation.Conversation;
import dev.pharos.engine.conversation.Inquiry;
import dev.pharos.engine.conversation.Scope;
import dev.pharos.engine.conversation.Talk;
import dev.pharos.engine.conversation.Turn;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// One conversation, as it is kept and as it goes on. One question is answered at a time. For the
/// JavaFX thread.
public final class ConversationViewModel {

    /// What goes on below the turns.
    public sealed interface State {
        record Idle() implements State {}

        /// @param again the turn that is answered once more, or null
        record Writing(String question, @Nullable Turn again, Job job) implements State {}

        /// @param again the turn that was to be answered once more, or null
        /// @param written as much of the answer as had come
        /// @param at so many turns stand before it
        record Failed(
                String question, @Nullable Turn again, Problem problem, String written, int at)
                implements State {}

        /// What is kept could not be read; nothing is asked before it is.
        record Unread(Problem problem) implements State {}
    }

    private interface Answering {
        Turn turn(AnswerListener listener, Progress progress) throws ProblemException;
    }

    private final Talk talk;
    private final Background background;
    private final Consumer<ConversationViewModel> ended;
    private final ReadOnlyObjectWrapper<Conversation.@Nullable Id> id;
    private final ObservableList<Turn> turns = FXCollections.observableArrayList();
    private final List<State.Failed> failed = new ArrayList<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rewritten = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper written = new ReadOnlyStringWrapper("");
    private final StringProperty draft = new SimpleStringProperty("");
    private final ObjectProperty<AnswerMode> mode = new SimpleObjectProperty<>(AnswerMode.DIRECT);
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.ALL);
    private Ear ear = new Ear();

    /// @param id of one that is kept, or null for a new one
    /// @param ended hears whenever an answer has ended, however that was
    ConversationViewModel(
            Talk talk,
            Background background,
            Conversation.@Nullable Id id,
            Consumer<ConversationViewModel> ended) {
        this.talk = talk;
        this.background = background;
        this.ended = ended;
        this.id = new ReadOnlyObjectWrapper<>(id);
        if (id == null) {
            loaded.set(true);
        } else {
            load(id);
        }
    }

    private void load(Conversation.Id from) {
        background
                .<Optional<Kept>>job(
                        _ ->
                                talk.conversations()
                                        .find(from)
                                        .map(found ->
                                                new Kept(
                                                        found.title(),
                                                        talk.conversations().turns(from))),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var found) -> {
                                    state.set(new State.Idle());
                                    found.ifPresentOrElse(this::show, () -> id.set(null));
                                    loaded.set(true);
                                }
                                case Outcome.Failed(var why) -> state.set(new State.Unread(why));
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }

    private record Kept(String title, List<Turn> turns) {}

    private void show(Kept found) {
        title.set(found.title());
        turns.setAll(found.turns());
        goOnAs(found.turns());
    }

    /// In the way of what was asked last.
    private void goOnAs(List<Turn> all) {
        if (!all.isEmpty()) {
            mode.set(all.getLast().mode());
            scope.set(all.getLast().scope());
        }
    }

    /// Null until its first answer is kept.
    public ReadOnlyObjectProperty<Conversation.@Nullable Id> idProperty() {
        return id.getReadOnlyProperty();
    }

    /// Empty until something is asked in it.
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    void setTitle(String now) {
        title.set(now);
    }

    /// In their order.
    public ObservableList<Turn> turns() {
        return turns;
    }

    /// Questions that failed before others were asked and were not asked again since then; they are
    /// kept only here, as long as this conversation is open. They change before the state does.
    public List<State.Failed> failed() {
        return List.copyOf(failed);
    }

    /// Whether the turns that are kept are there.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// What is looked for in place of the question that is being answered; empty where that is the
    /// question itself.
    public ReadOnlyStringProperty rewrittenProperty() {
        return rewritten.getReadOnlyProperty();
    }

    /// The answer that is being written, as far as it has come.
    public ReadOnlyStringProperty writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /// The next question, as far as it is typed.
    public StringProperty draftProperty() {
        return draft;
    }

    /// What the next answer shall be like.
    public ObjectProperty<AnswerMode> modeProperty() {
        return mode;
    }

    /// Where it is looked for.
    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    public boolean writing() {
        return state.get() instanceof State.Writing;
    }

    /// Whether nothing was ever asked in it.
    public boolean untouched() {
        return id.get() == null && state.get() instanceof State.Idle && failed.isEmpty();
    }

    /// Asks what was typed. While an answer is written, it waits.
    public void ask() {
        if (!draft.get().isBlank() && !writing() && loaded.get()) {
            String question = draft.get().strip();
            draft.set("");
            ask(question);
        }
    }

    void ask(String question) {
        var inquiry = new Inquiry(id.get(), question, mode.get(), scope.get(), false, true);
        write(
                question,
                null,
                (heard, progress) -> talk.interlocutor().ask(inquiry, heard, progress));
    }

    /// Answers a question once more, in the way that is chosen now.
    ///
    /// @param asWritten whether it is looked for word by word
    public void again(Turn turn, boolean asWritten) {
        var shape = mode.get();
        var within = scope.get();
        if (!writing()) {
            write(
                    turn.question(),
                    turn,
                    (heard, progress) ->
                            talk.interlocutor()
                                    .again(turn, shape, within, asWritten, heard, progress));
        }
    }

    /// Tries once more to read what is kept.
    public void reload() {
        if (state.get() instanceof State.Unread && id.get() != null) {
            load(id.get());
        }
    }

    /// Tries once more what has failed.
    public void retry(State.Failed before) {
        if (writing()) {
            return;
        }
        if (before.again() == null) {
            ask(before.question());
        } else {
            again(before.again(), false);
        }
    }

    private void write(String question, @Nullable Turn again, Answering answering) {
        if (state.get() instanceof State.Failed before && before.again() == null) {
            failed.add(before);
        }
        failed.removeIf(each -> each.question().equals(question));
        if (turns.isEmpty()) {
            title.set(question);
        }
        rewritten.set("");
        written.set("");
        var hearing = new Ear();
        ear = hearing;
        var job =
                background.<Turn>job(
                        progress -> answering.turn(hearing, progress),
                        outcome -> finish(question, again, outcome));
        state.set(new State.Writing(question, again, job));
        job.start();
    }

    /// Ends the writing with what was written until now; the second time, with nothing.
    public void stop() {
        if (state.get() instanceof State.Writing(_, _, var job)) {
            if (ear.stopped) {
                job.cancel();
            }
            ear.stopped = true;
        }
    }

    /// Ends the writing with nothing.
    void drop() {
        stop();
        stop();
    }

    private void finish(String question, @Nullable Turn again, Outcome<Turn> outcome) {
        switch (outcome) {
            case Outcome.Done(var turn) -> {
                if (!turn.conversation().equals(id.get())) { // also where it was deleted elsewhere
                    turns.clear();
                    title.set(turn.question());
                }
                put(turn);
                id.set(turn.conversation());
                state.set(new State.Idle());
            }
            case Outcome.Cancelled() -> {
                if (again == null && draft.get().isBlank()) {
                    draft.set(question);
                }
                state.set(new State.Idle());
            }
            case Outcome.Failed(var problem) ->
                    state.set(
                            new State.Failed(
                                    question, again, problem, written.get(), turns.size()));
        }
        ended.accept(this);
    }

    private void put(Turn turn) {
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).id().equals(turn.id())) {
                turns.set(i, turn);
                return;
            }
        }
        turns.add(turn);
    }

    /// Finds where stands now what was cited.
    ///
    /// @param then hears nothing where that has failed
    void standing(List<Citation> cited, Consumer<Optional<List<Standing>>> then) {
        background
                .<List<Standing>>job(
                        _ -> talk.cited().of(cited),
                        outcome ->
                                then.accept(
                                        outcome instanceof Outcome.Done(var now)
                                                ? Optional.of(now)
                                                : Optional.empty()))
                .start();
    }

    boolean is(Conversation.Id other) {
        return Objects.equals(id.get(), other);
    }

    /// Hears an answer on the worker that writes it.
    private final class Ear implements AnswerListener {
        private volatile boolean stopped;

        @Override
        public void rewritten(String question) {
            background.show(() -> {
                if (ear == this) {
                    rewritten.set(question);
                }
            });
        }

        @Override
        public void written(String piece) {
            background.show(() -> {
                if (ear == this) {
                    written.set(written.get() + piece);
                }
            });
        }

        @Override
        public boolean stopped() {
            return stopped;
        }
    }
}
