package dev.pharos.ui.model;

import dev.pharos.engine.meaning.EmbeddingChoice;
import dev.pharos.engine.meaning.EmbeddingModel;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Speed;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Which model gives the library its vectors, and the change to another one.
public final class EmbeddingViewModel {
    private static final String KIND = "embedding/";

    /// Something that may be asked of the choice and can go wrong.
    @FunctionalInterface
    private interface Order {
        void give(EmbeddingChoice choice) throws ProblemException;
    }

    private final EmbeddingChoice choice;
    private final Background background;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<EmbeddingChoice.@Nullable State> state =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Duration> left = new ReadOnlyObjectWrapper<>();
    private Speed speed = new Speed();
    private boolean loading;
    private boolean again;

    /// @param nanos a clock, for what is left of a change
    public EmbeddingViewModel(EmbeddingChoice choice, Background background, LongSupplier nanos) {
        this.choice = choice;
        this.background = background;
        this.nanos = nanos;
    }

    /// Null until it was looked at.
    public ReadOnlyObjectProperty<EmbeddingChoice.@Nullable State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why the last order failed, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Puts away why the last order failed.
    public void dismiss() {
        problem.set(null);
    }

    /// How long the change still takes; null where nothing changes or nobody knows.
    public ReadOnlyObjectProperty<@Nullable Duration> leftProperty() {
        return left.getReadOnlyProperty();
    }

    /// A change goes on, so that it is worth looking again and again.
    public ObservableValue<Boolean> changing() {
        return state.map(EmbeddingViewModel::goesOn).orElse(false);
    }

    private static boolean goesOn(EmbeddingChoice.@Nullable State now) {
        return now != null && now.next() != null && now.problem() == null;
    }

    /// Tells that something changed; for every thread.
    public void changed() {
        background.show(this::load);
    }

    public void load() {
        if (loading) {
            again = true;
            return;
        }
        loading = true;
        background.<EmbeddingChoice.State>job(_ -> choice.state(), this::show).start();
    }

    private void show(Outcome<EmbeddingChoice.State> outcome) {
        loading = false;
        switch (outcome) {
            case Outcome.Done(var now) -> {
                left.set(left(now));
                state.set(now);
            }
            case Outcome.Failed(var why) -> problem.set(why);
            case Outcome.Cancelled() -> {}
        }
        if (again) {
            again = false;
            load();
        }
    }

    private @Nullable Duration left(EmbeddingChoice.State now) {
        if (now.next() == null) {
            speed = new Speed();
            return null;
        }
        double perMilli = speed.at(nanos.getAsLong(), now.embedded());
        return perMilli > 0
                ? Duration.ofMillis((long) ((now.total() - now.embedded()) / perMilli))
                : null;
    }

    /// Whether the library is searched with it.
    public boolean current(Shelved model) {
        var now = state.get();
        return now != null && is(model.info().id(), now.current());
    }

    /// Whether the library is being embedded with it.
    public boolean next(Shelved model) {
        var now = state.get();
        return now != null && now.next() != null && is(model.info().id(), now.next());
    }

    private static boolean is(String id, EmbeddingModel model) {
        return id.equals(id(model));
    }

    /// What a model is called on the shelf.
    static String id(EmbeddingModel model) {
        return KIND + model.id();
    }

    /// What a library calls a model of the shelf.
    static String name(String id) {
        return id.substring(KIND.length());
    }

    /// What has to be agreed to before the library is embedded anew with a model.
    Card.Note.AskChange question(Shelved model) {
        var now = state.get();
        int passages = now == null ? 0 : now.total();
        double speed = model.fit().speed();
        return new Card.Note.AskChange(passages, speed > 0 ? Math.round(passages / speed) : 0);
    }

    /// Begins to change.
    ///
    /// @param id on the shelf
    public void begin(String id) {
        order(each -> each.change(name(id)));
    }

    /// Goes on with a change that stands still.
    public void goOn() {
        var now = state.get();
        if (now != null && now.next() != null) {
            String next = now.next().id();
            order(each -> each.change(next));
        }
    }

    public void stop() {
        order(EmbeddingChoice::stop);
    }

    /// Back to the model before the last change.
    public void undo() {
        order(EmbeddingChoice::undo);
    }

    /// Frees the room of the vectors that the search does not use.
    public void forgetOthers() {
        order(EmbeddingChoice::forgetOthers);
    }

    private void order(Order order) {
        problem.set(null);
        background
                .<Boolean>job(
                        _ -> {
                            order.give(choice);
                            return true;
                        },
                        outcome -> {
                            if (outcome instanceof Outcome.Failed(var why)) {
                                problem.set(why);
                            }
                            load();
                        })
                .start();
    }
}
