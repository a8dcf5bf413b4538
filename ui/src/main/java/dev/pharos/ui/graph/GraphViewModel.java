package dev.pharos.ui.graph;

import dev.pharos.engine.graph.Graph;
import dev.pharos.engine.graph.KeptPlaces;
import dev.pharos.engine.graph.Layout;
import dev.pharos.engine.graph.Placed;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/// The graph of the library, what of it is shown, and what its owner looks at. It is read when it
/// is looked at for the first time, and again when the library has changed; a picture appears at
/// once and settles while it is looked at. For the JavaFX thread.
public final class GraphViewModel {
    /// Between two pictures of what is settling.
    private static final long FRAME_NANOS = 60_000_000;

    /// What is looked at, by the keys of nodes, so that it survives a new reading.
    ///
    /// @param to the other end of a way between two, or null
    record Chosen(@Nullable String node, @Nullable String to) {
        static final Chosen NOTHING = new Chosen(null, null);
    }

    private final Work<Graph> read;
    private final KeptPlaces places;
    private final Background background;
    private final Executor later;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final ReadOnlyObjectWrapper<Placed> placed =
            new ReadOnlyObjectWrapper<>(Placed.NOWHERE);
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Job> reading = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<GraphFilter> filter = new SimpleObjectProperty<>(GraphFilter.ALL);
    private final ObjectProperty<Chosen> chosen = new SimpleObjectProperty<>(Chosen.NOTHING);
    private final StringProperty find = new SimpleStringProperty("");
    private final BooleanProperty wantsWay = new SimpleBooleanProperty();
    private final Set<Object> lookers = new HashSet<>();
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final BooleanProperty calm = new SimpleBooleanProperty();
    private Graph graph = Graph.EMPTY;
    private Connections connections = new Connections(Graph.EMPTY);
    private boolean stale = true;
    private @Nullable Job settling;

    /// @param later delays a new reading, so that a large import does not read without end
    public GraphViewModel(
            Work<Graph> read, KeptPlaces places, Background background, Executor later) {
        this.read = read;
        this.places = places;
        this.background = background;
        this.later = later;
        filter.subscribe((_, _) -> filterNow());
        looking.subscribe((_, _) -> readIfStale());
    }

    /// What the filter lets through.
    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Where the nodes stand; of another graph for a moment after that was read.
    ReadOnlyObjectProperty<Placed> placedProperty() {
        return placed.getReadOnlyProperty();
    }

    /// Why it could not be read, or null.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Null while nothing is read.
    ReadOnlyObjectProperty<@Nullable Job> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// False until it was read for the first time.
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    ObjectProperty<GraphFilter> filterProperty() {
        return filter;
    }

    ObjectProperty<Chosen> chosenProperty() {
        return chosen;
    }

    /// What is typed, to light what has it in its title.
    StringProperty findProperty() {
        return find;
    }

    /// Whether the next node that is chosen becomes the other end of a way.
    BooleanProperty wantsWayProperty() {
        return wantsWay;
    }

    /// Tells whether somebody sees it; nothing is read before.
    ///
    /// @param who may be one of several
    void look(Object who, boolean sees) {
        if (sees) {
            lookers.add(who);
        } else {
            lookers.remove(who);
        }
        looking.set(!lookers.isEmpty());
    }

    /// Whether what settles is shown only when it has.
    BooleanProperty calmProperty() {
        return calm;
    }

    /// All that the picture depends on, beside the pointer.
    Observable[] looks() {
        return new Observable[] {shown, placed, chosen, find};
    }

    /// The library has changed.
    public void changed() {
        stale = true;
        later.execute(this::readIfStale);
    }

    /// Shows the surroundings of a source.
    public void around(SourceId source) {
        filter.set(filter.get().around(source.toString(), filter.get().steps()));
        chosen.set(new Chosen(source.toString(), null));
    }

    private void readIfStale() {
        if (!stale || !looking.get() || reading.get() != null) {
            return;
        }
        stale = false;
        var job = background.job(read, this::read);
        reading.set(job);
        job.start();
    }

    private void read(Outcome<Graph> outcome) {
        reading.set(null);
        if (outcome instanceof Outcome.Failed(var why)) {
            problem.set(why);
        }
        if (outcome instanceof Outcome.Done(var now)) {
            problem.set(null);
            if (!now.equals(graph)) {
                graph = now;
                connections = new Connections(now);
                settle();
            }
            loaded.set(true);
        }
        readIfStale();
    }

    private void filterNow() {
        shown.set(
                placed.get().count() == graph.nodes().size()
                        ? Shown.of(graph, connections, filter.get())
                        : Shown.NOTHING);
    }

    private void settle() {
        if (settling != null) {
            settling.cancel();
        }
        var laid = graph;
        boolean follow = !calm.get();
        var mine = new Job[1];
        mine[0] =
                background.<Placed>job(
                        progress -> settle(laid, follow, progress),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var now)) {
                                show(laid, now);
                            }
                        });
        settling = mine[0];
        settling.start();
    }

    private Placed settle(Graph laid, boolean follow, Progress progress) {
        var layout = new Layout(laid, places.read());
        var waiting = new AtomicBoolean();
        long told = 0;
        while (!layout.settled()) {
            progress.checkpoint();
            if (follow && System.nanoTime() - told > FRAME_NANOS && !waiting.getAndSet(true)) {
                told = System.nanoTime();
                var now = layout.placed();
                background.show(() -> {
                    waiting.set(false);
                    show(laid, now);
                });
            }
            layout.step();
        }
        var settled = layout.placed();
        places.keep(laid, settled);
        return settled;
    }

    private void show(Graph laid, Placed now) {
        if (laid == graph) {
            placed.set(now);
            if (shown.get().graph() != graph) {
                filterNow();
            }
        }
    }

    /// The chosen node, or -1 where it is not shown.
    int chosenIndex() {
        return shownIndex(chosen.get().node());
    }

    private int shownIndex(@Nullable String key) {
        int index = Shown.index(shown.get().graph(), key);
        return index >= 0 && shown.get().nodes()[index] ? index : -1;
    }

    void choose(int node) {
        if (wantsWay.get()) {
            wantsWay.set(false);
            if (node >= 0) {
                chooseWayTo(node);
                return;
            }
        }
        chosen.set(node < 0 ? Chosen.NOTHING : new Chosen(shown.get().node(node).key(), null));
    }

    /// Looks for the way from the chosen node to another one.
    void chooseWayTo(int node) {
        int from = chosenIndex();
        if (from < 0 || from == node) {
            choose(node);
        } else {
            chosen.set(new Chosen(chosen.get().node(), shown.get().node(node).key()));
        }
    }

    /// Whether a way between two is looked for.
    boolean lookingForWay() {
        return chosenIndex() >= 0 && shownIndex(chosen.get().to()) >= 0;
    }

    /// The nodes on the way that is looked for; empty where there is none.
    List<Integer> way() {
        return lookingForWay()
                ? shown.get().path(chosenIndex(), shownIndex(chosen.get().to()))
                : List.of();
    }

    /// Nodes whose title has what is typed.
    List<Integer> found() {
        String typed = find.get().strip().toLowerCase(Locale.ROOT);
        var now = shown.get();
        return typed.isEmpty()
                ? List.of()
                : IntStream.range(0, now.nodes().length)
                        .filter(i ->
                                now.nodes()[i]
                                        && now.node(i)
                                                .title()
                                                .toLowerCase(Locale.ROOT)
                                                .contains(typed))
                        .boxed()
                        .toList();
    }
}
