package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/// The sources of the library, narrowed and ordered. Follows the library's changes.
public final class LibraryViewModel {

    /// How the list is ordered.
    public enum Order {
        NEWEST,
        TITLE,
        DATE,
        KIND
    }

    private final Work<List<Source>> load;
    private final Background background;
    private final Executor later;
    private final Collator collator;
    private final ObservableList<Source> all = FXCollections.observableArrayList();
    private final ObservableList<Source> readOnly = FXCollections.unmodifiableObservableList(all);
    private final FilteredList<Source> filtered = new FilteredList<>(all);
    private final SortedList<Source> shown = new SortedList<>(filtered);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NEWEST);
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
        this.collator = Collator.getInstance(locale);
        filter.subscribe(words -> filtered.setPredicate(source -> matches(source, words)));
        order.subscribe(chosen -> shown.setComparator(comparator(chosen)));
    }

    public ObservableList<Source> shown() {
        return shown;
    }

    /// How many there are, narrowed or not.
    public ObservableList<Source> all() {
        return readOnly;
    }

    /// Words that must all begin or occur in title, authors or tags.
    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
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
        background.job(load, this::show).start();
    }

    /// Tells that the library has changed; for every thread.
    public void changed() {
        background.show(() -> later.execute(this::load));
    }

    private void show(Outcome<List<Source>> outcome) {
        loading = false;
        if (outcome instanceof Outcome.Done(var sources)) {
            all.setAll(sources);
            loaded.set(true);
        }
        if (again) {
            again = false;
            load();
        }
    }

    private static boolean matches(Source source, String words) {
        String text =
                Stream.concat(
                                Stream.of(source.title(), source.kind().id()),
                                Stream.concat(source.authors().stream(), source.tags().stream()))
                        .reduce("", (a, b) -> a + ' ' + b)
                        .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(text::contains);
    }

    private Comparator<Source> comparator(Order chosen) {
        Comparator<Source> byTitle = Comparator.comparing(Source::title, collator);
        return switch (chosen) {
            case NEWEST -> Comparator.comparing(Source::imported).reversed();
            case TITLE -> byTitle;
            case DATE -> Comparator.comparing(LibraryViewModel::date).reversed();
            case KIND -> Comparator.comparing(Source::kind).thenComparing(byTitle);
        };
    }

    private static Instant date(Source source) {
        return Objects.requireNonNullElse(
                source.created(), Objects.requireNonNullElse(source.modified(), Instant.EPOCH));
    }
}
