package dev.pharos.ui.library;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.ImportSummary;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// The import and each of its files. What is dropped while one import runs follows when it is done.
public final class ImportViewModel {

    /// What there is to show.
    public sealed interface State {
        /// Nothing was imported, or the user has put the last import away.
        record Idle() implements State {}

        record Running(Job job) implements State {}

        record Finished(ImportSummary summary) implements State {}

        record Stopped() implements State {}

        record Failed(Problem problem) implements State {}
    }

    private final Imports imports;
    private final Background background;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ObservableList<ImportRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ImportRow> readOnly =
            FXCollections.unmodifiableObservableList(rows);
    private final Map<Path, Integer> rowOf = new HashMap<>();
    private final List<Path> next = new ArrayList<>();

    /// All that the last import was asked for.
    private final List<Path> asked = new ArrayList<>();

    /// Why a part of it failed that others followed.
    private @Nullable Problem failed;

    public ImportViewModel(Imports imports, Background background) {
        this.imports = imports;
        this.background = background;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The files in the order in which they were begun.
    public ObservableList<ImportRow> rows() {
        return readOnly;
    }

    public void start(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        if (!(state.get() instanceof State.Running)) {
            asked.clear();
            failed = null;
        }
        asked.addAll(paths);
        next.addAll(paths);
        if (!(state.get() instanceof State.Running)) {
            rows.clear();
            rowOf.clear();
            startNext();
        }
    }

    /// What the last import was asked for.
    List<Path> asked() {
        return List.copyOf(asked);
    }

    /// Imports what the last import was asked for again; what is in the library already stays as it
    /// is.
    public void again() {
        start(List.copyOf(asked));
    }

    /// Stops after the files in hand; they and all before them stay in the library.
    public void cancel() {
        next.clear();
        if (state.get() instanceof State.Running(var job)) {
            job.cancel();
        }
    }

    /// Puts a finished import away.
    public void dismiss() {
        if (!(state.get() instanceof State.Running)) {
            rows.clear();
            rowOf.clear();
            state.set(new State.Idle());
        }
    }

    private void startNext() {
        var paths = List.copyOf(next);
        next.clear();
        var events = new Events();
        var job =
                background.<ImportSummary>job(
                        progress -> imports.importAll(paths, events, progress), this::finish);
        state.set(new State.Running(job));
        job.start();
    }

    private void finish(Outcome<ImportSummary> outcome) {
        rows.removeIf(row -> row.result() == null);
        if (outcome instanceof Outcome.Failed(var why)) {
            failed = why;
        }
        if (next.isEmpty()) {
            state.set(ended(outcome));
        } else {
            startNext();
        }
    }

    private State ended(Outcome<ImportSummary> outcome) {
        return switch (outcome) {
            case Outcome.Done(var summary) ->
                    failed == null ? new State.Finished(summary) : new State.Failed(failed);
            case Outcome.Cancelled() -> new State.Stopped();
            case Outcome.Failed(var problem) -> new State.Failed(problem);
        };
    }

    private void show(ImportRow row) {
        var index = rowOf.get(row.file());
        if (index != null && index < rows.size() && rows.get(index).file().equals(row.file())) {
            rows.set(index, row);
        } else {
            rowOf.put(row.file(), rows.size());
            rows.add(row);
        }
    }

    /// Takes the importer's calls on its threads and shows them in bunches.
    private final class Events implements ImportListener {
        private final ConcurrentLinkedQueue<ImportRow> waiting = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean scheduled = new AtomicBoolean();

        @Override
        public void started(Path file) {
            add(new ImportRow(file, null));
        }

        @Override
        public void finished(ImportResult result) {
            add(new ImportRow(result.path(), result));
        }

        private void add(ImportRow row) {
            waiting.add(row);
            if (scheduled.compareAndSet(false, true)) {
                background.show(this::showWaiting);
            }
        }

        private void showWaiting() {
            scheduled.set(false);
            for (var row = waiting.poll(); row != null; row = waiting.poll()) {
                show(row);
            }
        }
    }
}
