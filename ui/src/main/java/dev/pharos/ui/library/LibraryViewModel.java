package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/// All sources of the library. Follows the library's changes.
public final class LibraryViewModel {
    private final Work<List<Source>> load;
    private final Background background;
    private final Executor later;
    private final Locale locale;
    private final ObservableList<Source> all = FXCollections.observableArrayList();
    private final ObservableList<Source> readOnly = FXCollections.unmodifiableObservableList(all);
    private SourceKeys keys = SourceKeys.NONE;
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private boolean loading;
    private boolean again;

    /// @param load gives all sources, newest import first
    /// @param later delays a reload, so that a large import does not reload without end
    public LibraryViewModel(
            Work<List<Source>> load, Background background, Executor later, Locale locale) {
        this.load = load;
        this.background = background;
        this.later = later;
        this.locale = locale;
    }

    public ObservableList<Source> all() {
        return readOnly;
    }

    /// As it was when the list was last read, or null.
    public @Nullable Source find(SourceId id) {
        return keys.find(id);
    }

    /// What all sources are ordered and found by.
    SourceKeys keys() {
        return keys;
    }

    /// Those of the sources that meet a condition, as a list of its own.
    public SourcesViewModel those(Predicate<Source> scope) {
        return new SourcesViewModel(this, scope);
    }

    /// False until the list was read for the first time.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// Reads the list now.
    public void load() {
        if (loading) {
            again = true;
            return;
        }
        loading = true;
        var before = keys;
        background
                .job(
                        progress -> {
                            var sources = load.run(progress);
                            return new Read(sources, SourceKeys.of(sources, before, locale));
                        },
                        this::show)
                .start();
    }

    /// Tells that the library has changed; for every thread.
    public void changed() {
        background.show(() -> later.execute(this::load));
    }

    private record Read(List<Source> sources, SourceKeys keys) {}

    private void show(Outcome<Read> outcome) {
        loading = false;
        if (outcome instanceof Outcome.Done(var read)) {
            keys = read.keys();
            all.setAll(read.sources());
            loaded.set(true);
        }
        if (again) {
            again = false;
            load();
        }
    }
}
