package dev.pharos.ui.related;

import dev.pharos.engine.graph.Related;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/// What has to do with the source that is open. It is looked for while it is to be seen, and again
/// when the library has changed. For the JavaFX thread.
public final class RelatedViewModel {
    private static final int MOST = 12;

    /// Looks for it; blocks.
    public interface Search {
        /// @throws java.util.concurrent.CancellationException if cancelled
        List<Related> related(SourceId source, int limit, Progress progress);
    }

    /// What there is to show.
    public sealed interface State {
        record Looking() implements State {}

        record Found(List<Related> all) implements State {
            public Found {
                all = List.copyOf(all);
            }
        }

        /// @param compared whether it is known of all sources what they speak of
        record None(boolean compared) implements State {}

        record Failed(Problem problem) implements State {}
    }

    private final Search search;
    private final BooleanSupplier compared;
    private final Background background;
    private final Executor later;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Looking());
    private @Nullable SourceId source;
    private @Nullable Job newest;
    private boolean stale;

    /// @param compared whether it is known of all sources what they speak of
    /// @param later delays a new look, so that who writes has none with every word
    public RelatedViewModel(
            Search search, BooleanSupplier compared, Background background, Executor later) {
        this.search = search;
        this.compared = compared;
        this.background = background;
        this.later = later;
        shown.subscribe((_, _) -> look());
    }

    /// Whether it is to be seen; nothing is looked for before.
    public BooleanProperty shownProperty() {
        return shown;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// @param of the source that is open
    public void open(SourceId of) {
        if (!of.equals(source)) {
            source = of;
            stale = true;
            state.set(new State.Looking());
            look();
        }
    }

    /// The library has changed.
    public void changed() {
        stale = true;
        later.execute(this::look);
    }

    private void look() {
        var of = source;
        if (!stale || of == null || !shown.get()) {
            return;
        }
        stale = false;
        if (newest != null) {
            newest.cancel();
        }
        var mine = new Job[1];
        mine[0] =
                background.<State>job(
                        progress -> found(of, progress),
                        outcome -> {
                            if (mine[0] == newest) {
                                show(outcome);
                            }
                        });
        newest = mine[0];
        newest.start();
    }

    private State found(SourceId of, Progress progress) {
        var all = search.related(of, MOST, progress);
        return all.isEmpty() ? new State.None(compared.getAsBoolean()) : new State.Found(all);
    }

    private void show(Outcome<State> outcome) {
        switch (outcome) {
            case Outcome.Done(var now) -> state.set(now);
            case Outcome.Failed(var why) -> state.set(new State.Failed(why));
            case Outcome.Cancelled() -> {}
        }
    }
}
