package dev.pharos.ui.model;

import dev.pharos.ui.model.Card.Doing;
import dev.pharos.ui.model.Card.Note;

import org.jspecify.annotations.Nullable;

import java.util.Collection;

/// All downloads that go on or failed, in one line.
///
/// @param count of models on their way
/// @param fraction of their bytes, -1 while a size is unknown
/// @param failed of models whose download failed, until that is put away
public record Coming(int count, double fraction, int failed) {

    /// Null where nothing comes and nothing failed.
    static @Nullable Coming of(Collection<Doing> doing, Collection<Note> notes) {
        int failed =
                (int)
                        notes.stream()
                                .filter(note ->
                                        note instanceof Note.Failed(_, var attempt)
                                                && attempt == Card.Attempt.GET)
                                .count();
        var getting =
                doing.stream()
                        .filter(Doing.Getting.class::isInstance)
                        .map(Doing.Getting.class::cast)
                        .toList();
        if (getting.isEmpty()) {
            return failed == 0 ? null : new Coming(0, 0, failed);
        }
        boolean known = getting.stream().allMatch(each -> each.total() > 0);
        double done = getting.stream().mapToLong(Doing.Getting::done).sum();
        double total = getting.stream().mapToLong(Doing.Getting::total).sum();
        return new Coming(getting.size(), known ? Math.min(1, done / total) : -1, failed);
    }
}
