package dev.pharos.ui.library;

import dev.pharos.engine.library.Source;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;

import java.text.CollationKey;
import java.text.Collator;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private final Map<String, CollationKey> keys = new HashMap<>();
    private final Map<Source, String> found = new IdentityHashMap<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NEWEST);

    /// @param scope which sources it is about
    SourcesViewModel(ObservableList<Source> all, Predicate<Source> scope, Locale locale) {
        all.subscribe(found::clear);
        scoped = new FilteredList<>(all, scope);
        filtered = new FilteredList<>(scoped);
        shown = new SortedList<>(filtered);
        collator = Collator.getInstance(locale);
        filter.subscribe(this::narrow);
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

    private void narrow(String words) {
        String[] each = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
        filtered.setPredicate(
                words.isBlank()
                        ? null
                        : source -> Stream.of(each).allMatch(text(source)::contains));
    }

    /// What a source is found by, made once.
    private String text(Source source) {
        return found.computeIfAbsent(
                source,
                _ ->
                        Stream.of(
                                        List.of(source.title(), source.kind().id()),
                                        source.authors(),
                                        source.tags())
                                .flatMap(Collection::stream)
                                .collect(Collectors.joining(" "))
                                .toLowerCase(Locale.ROOT));
    }

    private Comparator<Source> comparator(Order chosen) {
        Comparator<Source> byTitle = Comparator.comparing(source -> key(source.title()));
        return switch (chosen) {
            case NEWEST -> Comparator.comparing(Source::imported).reversed();
            case TITLE -> byTitle;
            case DATE -> Comparator.comparing(SourcesViewModel::date).reversed();
            case KIND -> Comparator.comparing(Source::kind).thenComparing(byTitle);
        };
    }

    /// What compares as the language orders, many times faster than the words themselves.
    private CollationKey key(String title) {
        return keys.computeIfAbsent(title, collator::getCollationKey);
    }

    private static Instant date(Source source) {
        return Objects.requireNonNullElse(
                source.created(), Objects.requireNonNullElse(source.modified(), Instant.EPOCH));
    }
}
