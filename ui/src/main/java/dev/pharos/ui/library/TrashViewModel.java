package dev.pharos.ui.library;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Trash;
import dev.pharos.engine.library.Trash.Trashed;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Reload;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;

/// What was thrown away. Nothing is forgotten for ever before that was asked twice.
public final class TrashViewModel {
    private final Trash trash;
    private final TrashEditing editing;
    private final Reload<List<Trashed>> reload;
    private final ObservableList<Trashed> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<SourceId>> asked =
            new ReadOnlyObjectWrapper<>(List.of());

    public TrashViewModel(
            Trash trash,
            TrashEditing editing,
            LibraryViewModel library,
            Changing changing,
            Background background) {
        this.trash = trash;
        this.editing = editing;
        reload = new Reload<>(background);
        library.all().subscribe(this::load);
        changing.onChange(this::load);
        load();
    }

    /// The last one first.
    public ObservableList<Trashed> all() {
        return all;
    }

    /// What is forgotten for ever if that is said once more; empty where nothing was asked for.
    public ReadOnlyObjectProperty<List<SourceId>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    private void load() {
        reload.read(
                _ -> trash.all(),
                outcome -> {
                    if (outcome instanceof Outcome.Done(var now)) {
                        all.setAll(now);
                    }
                });
    }

    public void restore(List<SourceId> sources) {
        if (!sources.isEmpty()) {
            editing.restore(sources);
        }
    }

    /// Asks whether these shall be forgotten for ever.
    public void ask(List<SourceId> sources) {
        asked.set(List.copyOf(sources));
    }

    /// Asks that of all.
    public void askAll() {
        ask(all.stream().map(each -> each.source().id()).toList());
    }

    public void keep() {
        asked.set(List.of());
    }

    /// Forgets for ever what was asked for.
    public void delete() {
        editing.delete(asked.get());
        keep();
    }
}
