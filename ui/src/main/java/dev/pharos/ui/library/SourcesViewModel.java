package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Some sources of the library, narrowed and ordered. Follows the library's changes.
public final class SourcesViewModel {

    /// How the list is ordered.
    public enum Order {
        NEWEST,
        TITLE,
        DATE,
        KIND
    }

    private final FilteredList<Source> scoped;
    private final FilteredList<Source> filtered;
    private final SortedList<Source> shown;
    private final Collator collator;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NEWEST);

    /// @param scope which sources it is about
    SourcesViewModel(ObservableList<Source> all, Predicate<Source> scope, Locale locale) {
        scoped = new FilteredList<>(all, scope);
        filtered = new FilteredList<>(scoped);
        shown = new SortedList<>(filtered);
        collator = Collator.getInstance(locale);
        filter.subscribe(words -> filtered.setPredicate(source -> matches(source, words)));
        order.subscribe(chosen -> shown.setComparator(comparator(chosen)));
    }

    public ObservableList<Source> shown() {
        return shown;
    }

    /// All that it is about, narrowed or not.
    public ObservableList<Source> all() {
        return scoped;
    }

    /// Is about other sources from now on.
    void setScope(Predicate<Source> scope) {
        scoped.setPredicate(scope);
    }

    /// Words that must all begin or occur in title, authors or tags.
    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    private static boolean matches(Source source, String words) {
        if (words.isBlank()) {
            return true;
        }
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
            case DATE -> Comparator.comparing(SourcesViewModel::date).reversed();
            case KIND -> Comparator.comparing(Source::kind).thenComparing(byTitle);
        };
    }

    private static Instant date(Source source) {
        return Objects.requireNonNullElse(
                source.created(), Objects.requireNonNullElse(source.modified(), Instant.EPOCH));
    }
}
