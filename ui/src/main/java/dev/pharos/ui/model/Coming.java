package dev.pharos.ui.model;

import dev.pharos.ui.model.Card.Doing;

import org.jspecify.annotations.Nullable;

import java.util.Collection;

/// All downloads that go on, in one line.
///
/// @param count of models
/// @param fraction of their bytes, -1 while a size is unknown
public record Coming(int count, double fraction) {

    /// Null where nothing comes.
    static @Nullable Coming of(Collection<Doing> doing) {
        var getting =
                doing.stream()
                        .filter(Doing.Getting.class::isInstance)
                        .map(Doing.Getting.class::cast)
                        .toList();
        if (getting.isEmpty()) {
            return null;
        }
        boolean known = getting.stream().allMatch(each -> each.total() > 0);
        double done = getting.stream().mapToLong(Doing.Getting::done).sum();
        double total = getting.stream().mapToLong(Doing.Getting::total).sum();
        return new Coming(getting.size(), known ? Math.min(1, done / total) : -1);
    }
}
