package dev.pharos.ui.model;

import dev.pharos.engine.model.ModelShelf;
import dev.pharos.engine.model.Shelved;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Job;
import dev.pharos.ui.work.Outcome;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The models that their owner brings as files or folders.
public final class AddingViewModel {

    /// A file or folder that is being taken to the shelf, or could not be.
    ///
    /// @param done bytes
    /// @param total bytes, 0 while unknown
    /// @param problem null while it is being taken
    public record Transfer(Path file, long done, long total, @Nullable Problem problem) {}

    private final ModelShelf shelf;
    private final Background background;
    private final Consumer<Shelved> added;
    private final ObservableList<Transfer> transfers = FXCollections.observableArrayList();
    private final Map<Path, Job> jobs = new HashMap<>();

    /// @param added hears of each that is here now
    AddingViewModel(ModelShelf shelf, Background background, Consumer<Shelved> added) {
        this.shelf = shelf;
        this.background = background;
        this.added = added;
    }

    public ObservableList<Transfer> transfers() {
        return transfers;
    }

    /// Takes each to the shelf; those that are being taken are left alone.
    public void add(List<Path> paths) {
        paths.stream().filter(path -> !jobs.containsKey(path)).forEach(this::add);
    }

    private void add(Path path) {
        transfers.removeIf(each -> each.file().equals(path));
        transfers.add(new Transfer(path, 0, 0, null));
        var job =
                background.<Shelved>job(
                        progress -> shelf.add(path, progress), outcome -> finish(path, outcome));
        jobs.put(path, job);
        job.stepProperty()
                .subscribe((_, step) ->
                        replace(path, new Transfer(path, step.done(), step.total(), null)));
        job.start();
    }

    private void finish(Path path, Outcome<Shelved> outcome) {
        jobs.remove(path);
        switch (outcome) {
            case Outcome.Done(var here) -> {
                transfers.removeIf(each -> each.file().equals(path));
                added.accept(here);
            }
            case Outcome.Failed(var why) -> replace(path, new Transfer(path, 0, 0, why));
            case Outcome.Cancelled() -> transfers.removeIf(each -> each.file().equals(path));
        }
    }

    private void replace(Path path, Transfer now) {
        transfers.replaceAll(each -> each.file().equals(path) ? now : each);
    }

    /// Stops taking it, or takes away that it failed.
    public void dismiss(Transfer transfer) {
        var job = jobs.get(transfer.file());
        if (job == null) {
            transfers.remove(transfer);
        } else {
            job.cancel();
        }
    }
}
