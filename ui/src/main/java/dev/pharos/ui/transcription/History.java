package dev.pharos.ui.transcription;

import dev.pharos.engine.transcription.Transcript;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/// The way back from what was changed in a transcript, and forth again.
final class History {
    private final Deque<Transcript> before = new ArrayDeque<>();
    private final Deque<Transcript> after = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    void clear() {
        before.clear();
        after.clear();
        tell();
    }

    /// Others take the place of these words, if there are any.
    void remember(@Nullable Transcript words) {
        if (words != null) {
            before.push(words);
            after.clear();
            tell();
        }
    }

    /// @param now what is shown, to which [#forth] leads again
    /// @return null where there is no way back
    @Nullable Transcript back(Transcript now) {
        return step(before, after, now);
    }

    @Nullable Transcript forth(Transcript now) {
        return step(after, before, now);
    }

    private @Nullable Transcript step(
            Deque<Transcript> from, Deque<Transcript> to, Transcript now) {
        var next = from.poll();
        if (next != null) {
            to.push(now);
            tell();
        }
        return next;
    }

    private void tell() {
        undoable.set(!before.isEmpty());
        redoable.set(!after.isEmpty());
    }
}
