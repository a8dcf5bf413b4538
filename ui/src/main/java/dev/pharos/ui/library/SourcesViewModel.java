package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Some sources of the library, narrowed and ordered. Follows the library's changes.
public final class SourcesViewModel {

    /// How the list is ordered.
    public enum Order {
        NEWEST,
        TITLE,
        AUTHOR,
        DATE,
        KIND
    }

    /// So many are arranged while one looks on.
    private static final int FEW = 1_000;

    private final LibraryViewModel library;
    private final Background background;
    private final ObservableList<Source> all = FXCollections.observableArrayList();
    private final ObservableList<Source> shown = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NEWEST);
    private Predicate<Source> scope;
    private @Nullable Comparator<Source> newest;
    private int asked;

    /// @param scope which sources it is about
    SourcesViewModel(LibraryViewModel library, Predicate<Source> scope, Background background) {
        this.library = library;
        this.background = background;
        this.scope = scope;
        library.all().subscribe(this::arrange);
        filter.subscribe((_, _) -> arrange());
        order.subscribe((_, _) -> arrange());
        arrange();
    }

    public ObservableList<Source> shown() {
        return shown;
    }

    /// All that it is about, narrowed or not.
    public ObservableList<Source> all() {
        return all;
    }

    /// Why nothing of the library is known, or null.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return library.problemProperty();
    }

    /// Is about other sources from now on.
    void setScope(Predicate<Source> now) {
        setScope(now, null);
    }

    /// The same.
    ///
    /// @param first which of them come first where the newest shall, or null for the last import
    void setScope(Predicate<Source> now, @Nullable Comparator<Source> first) {
        scope = now;
        newest = first;
        arrange();
    }

    /// Words that must all begin or occur in title, authors or tags.
    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    private record Arranged(List<Source> all, List<Source> shown) {}

    /// What takes long is done on a worker, but for the first time, when one waits for it.
    private void arrange() {
        var sources = library.read();
        var work = work(sources);
        int asking = ++asked;
        if (all.isEmpty() || sources.size() <= FEW) {
            show(work.get());
            return;
        }
        background
                .<Arranged>job(
                        _ -> work.get(),
                        outcome -> {
                            if (outcome instanceof Outcome.Done(var done) && asking == asked) {
                                show(done);
                            }
                        })
                .start();
    }

    private void show(Arranged arranged) {
        all.setAll(arranged.all());
        shown.setAll(arranged.shown());
    }

    private Supplier<Arranged> work(List<Source> sources) {
        var keys = library.keys();
        var within = scope;
        var order = comparator(keys);
        var words =
                Stream.of(filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return () -> {
            var scoped = sources.stream().filter(within).toList();
            Predicate<Source> found =
                    source -> words.stream().allMatch(keys.words(source)::contains);
            return new Arranged(
                    scoped,
                    scoped.stream()
                            .filter(words.isEmpty() ? _ -> true : found)
                            .sorted(order)
                            .toList());
        };
    }

    private Comparator<Source> comparator(SourceKeys keys) {
        Comparator<Source> byTitle = Comparator.comparing(keys::title);
        return switch (order.get()) {
            case NEWEST ->
                    newest == null ? Comparator.comparing(Source::imported).reversed() : newest;
            case TITLE -> byTitle;
            case AUTHOR ->
                    Comparator.<Source, Boolean>comparing(source -> source.authors().isEmpty())
                            .thenComparing(keys::author)
                            .thenComparing(byTitle);
            case DATE -> Comparator.comparing(SourcesViewModel::date).reversed();
            case KIND -> Comparator.comparing(Source::kind).thenComparing(byTitle);
        };
    }

    private static Instant date(Source source) {
        return Objects.requireNonNullElse(
                source.created(), Objects.requireNonNullElse(source.modified(), Instant.EPOCH));
    }
}
