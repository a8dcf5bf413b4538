package dev.pharos.ui.batch;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.Batches;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Reload;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The batches of the library as they are now, and what may be done with them. What is asked for is
/// done on a worker; the list then follows. For the JavaFX thread.
public final class BatchesViewModel {

    /// Does something that the library keeps.
    @FunctionalInterface
    private interface Deed {
        void on(Batches batches) throws ProblemException;
    }

    private final Batches batches;
    private final Background background;
    private final Reload<List<Batch>> reload;
    private final ObservableList<Batch> all = FXCollections.observableArrayList();
    private final ObservableList<Batch> readOnly = FXCollections.unmodifiableObservableList(all);
    private final ObservableList<BatchRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Batch> troubled = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final List<Consumer<Batch>> ends = new ArrayList<>();
    private Runnable waiting = () -> {};

    /// Whether those are open that somebody has opened or closed by hand.
    private final Map<Batch.Id, Boolean> turned = new HashMap<>();

    private final Set<BatchRow.Key> opened = new HashSet<>();
    private final Set<Batch.Id> underWay = new HashSet<>();

    public BatchesViewModel(Batches batches, Background background) {
        this.batches = batches;
        this.background = background;
        reload = new Reload<>(background);
    }

    /// The newest first.
    public ObservableList<Batch> all() {
        return readOnly;
    }

    /// Those that ended since the window was opened, and of which something failed, or several were
    /// made without the language model that was to write them, until somebody has put them away.
    public ObservableList<Batch> troubled() {
        return troubled;
    }

    ObservableList<BatchRow> rows() {
        return rows;
    }

    /// Why what was asked for last could not be done, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// @param hears of every batch that has ended while the window was open
    public void onEnd(Consumer<Batch> hears) {
        ends.add(hears);
    }

    /// Tells that something changed; for every thread.
    public void changed() {
        background.show(this::load);
    }

    public void load() {
        reload.read(
                _ -> batches.all(),
                outcome -> {
                    if (outcome instanceof Outcome.Done(var now)) {
                        show(now);
                    }
                });
    }

    private void show(List<Batch> now) {
        var ended = now.stream().filter(this::endedNow).toList();
        if (!now.equals(all)) {
            all.setAll(now);
            showRows();
        }
        troubled.removeIf(each -> find(each.id()).filter(BatchesViewModel::inTrouble).isEmpty());
        for (var each : ended) {
            if (inTrouble(each)) {
                troubled.removeIf(before -> before.id().equals(each.id()));
                troubled.add(each);
            }
            ends.forEach(hears -> hears.accept(each));
        }
    }

    private boolean endedNow(Batch batch) {
        if (batch.status().over()) {
            return underWay.remove(batch.id());
        }
        underWay.add(batch.id());
        return false;
    }

    private static boolean inTrouble(Batch batch) {
        return batch.status().over() && (batch.count(Job.State.FAILED) > 0 || unwritten(batch) > 0);
    }

    /// How many of several sources the language model did not write; of one that is told with its
    /// note.
    static long unwritten(Batch batch) {
        var items = batch.items().stream();
        return batch.items().size() == 1
                ? 0
                : items.filter(each -> each.unwritten().isPresent()).count();
    }

    private void showRows() {
        var now = new ArrayList<BatchRow>();
        for (var batch : all) {
            boolean open = open(batch);
            now.add(new BatchRow.Head(batch, open));
            if (open) {
                for (var item : batch.items()) {
                    var key = new BatchRow.Key(batch.id(), item.source());
                    now.add(new BatchRow.Item(batch.id(), item, opened.contains(key)));
                }
            }
        }
        rows.setAll(now);
    }

    /// What is under way or the newest is open by itself.
    private boolean open(Batch batch) {
        boolean itself = !batch.status().over() || batch.equals(all.getFirst());
        return turned.getOrDefault(batch.id(), itself);
    }

    /// Shows what belongs to a row, or hides it again.
    void toggle(BatchRow row) {
        switch (row) {
            case BatchRow.Head(var batch, boolean open) -> turned.put(batch.id(), !open);
            case BatchRow.Item(var batch, var item, _) -> {
                var key = new BatchRow.Key(batch, item.source());
                if (!opened.remove(key)) {
                    opened.add(key);
                }
            }
        }
        showRows();
    }

    public Optional<Batch> find(Batch.Id id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// @param hears that all that was to be queued waits already
    public void onWaiting(Runnable hears) {
        waiting = hears;
    }

    /// Queues the making of notes, but of what is to become such a note already.
    ///
    /// @param trouble hears why nothing was queued
    public void submit(List<SourceId> sources, Batch.Settings settings, Consumer<Problem> trouble) {
        var open =
                all.stream()
                        .filter(each -> !each.status().over() && each.settings().equals(settings))
                        .flatMap(each -> each.items().stream())
                        .filter(each -> !each.state().over())
                        .map(each -> each.source())
                        .toList();
        var wanted = sources.stream().filter(each -> !open.contains(each)).toList();
        if (wanted.isEmpty()) {
            waiting.run();
        } else {
            background.<Batch>keep(
                    _ -> batches.submit(wanted, settings),
                    outcome -> {
                        switch (outcome) {
                            case Outcome.Done(var batch) -> underWay.add(batch.id());
                            case Outcome.Failed(var why) -> trouble.accept(why);
                            case Outcome.Cancelled() -> {}
                        }
                        load();
                    });
        }
    }

    /// Cancels what of it is not over.
    public void cancel(Batch.Id batch) {
        order(all -> all.cancel(batch));
    }

    /// Tries once more what failed or was cancelled.
    public void retry(Batch.Id batch) {
        order(all -> all.retry(batch));
    }

    /// Takes what is over off the list; nothing that was made goes.
    void remove(Batch.Id batch) {
        order(all -> all.remove(batch));
    }

    /// It is known what went wrong there.
    public void putAway(Batch.Id batch) {
        troubled.removeIf(each -> each.id().equals(batch));
    }

    private void order(Deed deed) {
        background.<Boolean>keep(
                _ -> {
                    deed.on(batches);
                    return true;
                },
                outcome -> {
                    problem.set(outcome instanceof Outcome.Failed(var why) ? why : null);
                    load();
                });
    }
}
