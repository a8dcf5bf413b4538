package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Reload;
import dev.pharos.ui.work.Work;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
    private final Work<Boolean> thrown;
    private final Background background;
    private final Reload<Read> reload;
    private final Executor later;
    private final Locale locale;
    private final ObservableList<Source> all = FXCollections.observableArrayList();
    private final ObservableList<Source> readOnly = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private Read read = new Read(List.of(), SourceKeys.NONE, false);

    /// @param load gives all sources, newest import first
    /// @param later delays a reload, so that a large import does not reload without end
    public LibraryViewModel(
            Work<List<Source>> load, Background background, Executor later, Locale locale) {
        this(load, _ -> false, background, later, locale);
    }

    /// The same.
    ///
    /// @param thrown whether anything is in the trash
    public LibraryViewModel(
            Work<List<Source>> load,
            Work<Boolean> thrown,
            Background background,
            Executor later,
            Locale locale) {
        this.load = load;
        this.thrown = thrown;
        this.background = background;
        reload = new Reload<>(background);
        this.later = later;
        this.locale = locale;
    }

    public ObservableList<Source> all() {
        return readOnly;
    }

    /// As it was when the list was last read, or null.
    public @Nullable Source find(SourceId id) {
        return read.keys().find(id);
    }

    /// All sources as they were when the list was last read; never changes.
    List<Source> read() {
        return read.sources();
    }

    /// Whether there is nothing at all, not even in the trash; false until that is known.
    public boolean bare() {
        return loaded.get() && read.sources().isEmpty() && !read.thrown();
    }

    /// What all sources are ordered and found by.
    SourceKeys keys() {
        return read.keys();
    }

    /// Those of the sources that meet a condition, as a list of its own.
    public SourcesViewModel those(Predicate<Source> scope) {
        return new SourcesViewModel(this, scope, background);
    }

    /// False until the list was read for the first time.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// Why the list could not be read the last time, or null; what was read before stays.
    public ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Reads the list now.
    public void load() {
        var before = read.keys();
        reload.read(
                progress -> {
                    var sources = load.run(progress);
                    var keys = SourceKeys.of(sources, before, locale);
                    boolean any = sources.isEmpty() && thrown.run(progress);
                    return new Read(keys.all(sources), keys, any);
                },
                this::show);
    }

    /// Tells that the library has changed; for every thread.
    public void changed() {
        background.show(() -> later.execute(this::load));
    }

    /// @param thrown whether anything is in the trash where there is no source
    private record Read(List<Source> sources, SourceKeys keys, boolean thrown) {}

    private void show(Outcome<Read> outcome) {
        problem.set(outcome instanceof Outcome.Failed(var why) ? why : null);
        if (outcome instanceof Outcome.Done(var now)) {
            read = now;
            all.setAll(now.sources());
            loaded.set(true);
        }
    }
}
