package dev.pharos.ui.search;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.search.SearchResult;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Executor;

/// Results that follow the typing. The last result stays until the next one is there; a result that
/// was overtaken is dropped.
public final class SearchViewModel {
    private static final int LIMIT = 50;

    /// What there is to show.
    public sealed interface State {
        /// Nothing is asked.
        record Idle() implements State {}

        record Found(SearchResult result) implements State {}

        record Failed(Problem problem) implements State {}
    }

    private final Search search;
    private final Background background;
    private final Executor whenTypingPauses;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<Query.Mode> mode = new SimpleObjectProperty<>(Query.Mode.HYBRID);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    private @Nullable Job newest;

    public SearchViewModel(Search search, Background background, Executor whenTypingPauses) {
        this.search = search;
        this.background = background;
        this.whenTypingPauses = whenTypingPauses;
        text.subscribe((_, _) -> typed());
        mode.subscribe((_, _) -> searchNow());
    }

    /// What the user types.
    public StringProperty textProperty() {
        return text;
    }

    public ObjectProperty<Query.Mode> modeProperty() {
        return mode;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Searches without waiting, as after a change of the library.
    public void searchNow() {
        stop();
        if (text.get().isBlank()) {
            state.set(new State.Idle());
            return;
        }
        var query = new Query(text.get(), mode.get(), LIMIT);
        var asked = new Job[1];
        var job =
                background.<SearchResult>job(
                        _ -> search.search(query), outcome -> finish(asked[0], outcome));
        asked[0] = job;
        newest = job;
        job.start();
    }

    private void typed() {
        if (text.get().isBlank()) {
            searchNow();
        } else {
            whenTypingPauses.execute(this::searchNow);
        }
    }

    private void stop() {
        if (newest != null) {
            newest.cancel();
            newest = null;
        }
    }

    private void finish(Job asked, Outcome<SearchResult> outcome) {
        if (asked != newest) {
            return;
        }
        newest = null;
        switch (outcome) {
            case Outcome.Done(var result) -> state.set(new State.Found(result));
            case Outcome.Failed(var problem) -> state.set(new State.Failed(problem));
            case Outcome.Cancelled() -> state.set(new State.Idle());
        }
    }
}
