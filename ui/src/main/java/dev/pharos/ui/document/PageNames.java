package dev.pharos.ui.document;

import java.util.List;
import java.util.OptionalInt;

/// What the pages of a source are called, and which one is meant by what somebody types. Pages are
/// 1-based.
///
/// @param labels what they call themselves, in order, where they do
record PageNames(List<String> labels, int count) {

    PageNames {
        labels = List.copyOf(labels);
    }

    String name(int page) {
        var label = page >= 1 && page <= labels.size() ? labels.get(page - 1) : "";
        return label.isEmpty() ? String.valueOf(page) : label;
    }

    /// Whether a page is called otherwise than by its number.
    boolean named(int page) {
        return !name(page).equals(String.valueOf(page));
    }

    /// A name counts more than a number.
    OptionalInt find(String typed) {
        var wanted = typed.strip();
        for (int i = 0; i < Math.min(count, labels.size()); i++) {
            if (!wanted.isEmpty() && labels.get(i).equalsIgnoreCase(wanted)) {
                return OptionalInt.of(i + 1);
            }
        }
        try {
            int number = Integer.parseInt(wanted);
            return number >= 1 && number <= count ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }
}
