package dev.pharos.ui.library;

import dev.pharos.ui.library.SourcesViewModel.Order;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// How the lists of sources were left.
///
/// @param orders by the name of the list
/// @param shelf what the list of the library showed, see [Shelf#key]; null for all
/// @param folded the collections above that list were put away
/// @param read ids of the sources that were read, the last one first
public record ListSettings(
        Map<String, Order> orders, @Nullable String shelf, boolean folded, List<String> read) {
    static final String FEATURE = "lists";
    static final ListSettings DEFAULT = new ListSettings(Map.of(), null, false, List.of());
    private static final int REMEMBERED = 100;

    public ListSettings {
        orders = Map.copyOf(orders);
        read = List.copyOf(read);
    }

    /// What a library that no window was open for begins with: what was read of it.
    ///
    /// @param known whether a source, by its id, is one of this library
    ListSettings begun(Predicate<String> known) {
        return new ListSettings(orders, shelf, folded, read.stream().filter(known).toList());
    }

    ListSettings with(String list, Order order) {
        var now = new HashMap<>(orders);
        now.put(list, order);
        return new ListSettings(now, shelf, folded, read);
    }

    ListSettings showing(String now) {
        return new ListSettings(orders, now, folded, read);
    }

    ListSettings folded(boolean now) {
        return new ListSettings(orders, shelf, now, read);
    }

    ListSettings reading(String source) {
        return new ListSettings(
                orders,
                shelf,
                folded,
                Stream.concat(Stream.of(source), read.stream().filter(each -> !each.equals(source)))
                        .limit(REMEMBERED)
                        .toList());
    }
}
