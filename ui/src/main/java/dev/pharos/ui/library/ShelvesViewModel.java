package dev.pharos.ui.library;

import dev.pharos.engine.collection.Collections;
import dev.pharos.engine.collection.SavedCollection;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.Trash;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.library.Shelf.Collected;
import dev.pharos.ui.library.Shelf.Own;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What the list of the library can show: all of it, some of it, its collections, its trash; each
/// with the number of its sources, counted on a worker. One of them is chosen.
public final class ShelvesViewModel {

    /// So long something is newly added.
    private static final Duration NEW = Duration.ofDays(7);

    /// A shelf.
    ///
    /// @param count of its sources
    /// @param trouble why they cannot be counted, or null
    public record Row(Shelf shelf, int count, @Nullable Problem trouble) {}

    /// What the counting works with.
    public record Kept(Collections collections, Trash trash) {}

    private record Counted(List<Row> rows, Map<String, Set<SourceId>> within) {}

    private final LibraryViewModel library;
    private final Kept kept;
    private final CollectionEditing editing;
    private final ListMemory memory;
    private final Background background;
    private final InstantSource clock;
    private final SourcesViewModel sources;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Shelf> chosen = new ReadOnlyObjectWrapper<>(Own.ALL);
    private Map<String, Set<SourceId>> within = Map.of();
    private boolean counting;
    private boolean again;

    public ShelvesViewModel(
            LibraryViewModel library,
            Kept kept,
            CollectionEditing editing,
            Changing changing,
            ListMemory memory,
            Background background,
            InstantSource clock) {
        this.library = library;
        this.kept = kept;
        this.editing = editing;
        this.memory = memory;
        this.background = background;
        this.clock = clock;
        sources = library.those(_ -> true);
        library.all().subscribe(this::count);
        changing.onChange(this::count);
        memory.settingsProperty()
                .subscribe((before, now) -> {
                    if (!before.read().equals(now.read())) {
                        count();
                    }
                });
        count();
    }

    /// In the order in which they are shown.
    public ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Shelf> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// What stands on the chosen shelf; all sources where that is the trash.
    public SourcesViewModel sources() {
        return sources;
    }

    public CollectionEditing editing() {
        return editing;
    }

    /// The chosen one where sources are put into it by hand, else null.
    @Nullable SavedCollection picked() {
        return chosen.get() instanceof Collected shelf && shelf.picked()
                ? shelf.collection()
                : null;
    }

    public void choose(Shelf shelf) {
        if (!chosen.get().equals(shelf)) {
            memory.keep(memory.settingsProperty().get().showing(shelf.key()));
            show(shelf);
        }
    }

    private void show(Shelf shelf) {
        boolean other = !chosen.get().key().equals(shelf.key());
        chosen.set(shelf);
        if (other) {
            sources.filterProperty().set("");
        }
        if (shelf == Own.READ) {
            var places = new HashMap<SourceId, Integer>();
            memory.read().forEach(id -> places.put(id, places.size()));
            sources.setScope(
                    source -> places.containsKey(source.id()),
                    Comparator.comparing(source -> places.getOrDefault(source.id(), 0)));
        } else {
            sources.setScope(scope(shelf));
        }
    }

    private Predicate<Source> scope(Shelf shelf) {
        return switch (shelf) {
            case Own own ->
                    switch (own) {
                        case ALL, TRASH, READ -> _ -> true;
                        case ADDED -> added();
                        case UNTAGGED -> source -> source.tags().isEmpty();
                    };
            case Collected _ -> {
                var there = within.getOrDefault(shelf.key(), Set.of());
                yield source -> there.contains(source.id());
            }
        };
    }

    private Predicate<Source> added() {
        var since = clock.instant().minus(NEW);
        return source -> source.imported().isAfter(since);
    }

    /// Counts now, or again when what is being counted is done.
    private void count() {
        if (counting) {
            again = true;
            return;
        }
        counting = true;
        var all = List.copyOf(library.all());
        var read = memory.read();
        background.<Counted>job(_ -> counted(all, read), this::counted).start();
    }

    private Counted counted(List<Source> all, List<SourceId> read) {
        var known = new HashSet<SourceId>();
        all.forEach(source -> known.add(source.id()));
        var within = new HashMap<String, Set<SourceId>>();
        var counted = new ArrayList<Row>();
        counted.add(new Row(Own.ALL, all.size(), null));
        counted.add(new Row(Own.READ, (int) read.stream().filter(known::contains).count(), null));
        counted.add(new Row(Own.ADDED, count(all, added()), null));
        counted.add(new Row(Own.UNTAGGED, count(all, scope(Own.UNTAGGED)), null));
        for (SavedCollection each : kept.collections().all()) {
            try {
                var there = Set.copyOf(kept.collections().sources(each.id()));
                within.put(each.id().toString(), there);
                counted.add(new Row(new Collected(each), there.size(), null));
            } catch (ProblemException e) {
                counted.add(new Row(new Collected(each), 0, e.problem()));
            }
        }
        counted.add(new Row(Own.TRASH, kept.trash().all().size(), null));
        return new Counted(counted, within);
    }

    private static int count(List<Source> all, Predicate<Source> such) {
        return (int) all.stream().filter(such).count();
    }

    private void counted(Outcome<Counted> outcome) {
        counting = false;
        if (outcome instanceof Outcome.Done(var now)) {
            var before = within;
            within = now.within();
            rows.set(now.rows());
            follow(before);
        }
        if (again) {
            again = false;
            count();
        }
    }

    /// What is chosen is as it is now; one that has gone is chosen no more.
    private void follow(Map<String, Set<SourceId>> before) {
        String wanted = memory.settingsProperty().get().shelf();
        var shelf =
                rows.get().stream()
                        .map(Row::shelf)
                        .filter(each -> each.key().equals(wanted))
                        .findFirst()
                        .orElse(Own.ALL);
        var there = within.getOrDefault(shelf.key(), Set.of());
        if (!shelf.equals(chosen.get())
                || !there.equals(before.getOrDefault(shelf.key(), Set.of()))) {
            show(shelf);
        }
    }
}
