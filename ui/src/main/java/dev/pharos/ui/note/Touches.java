package dev.pharos.ui.note;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.FrontMatter;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/// Changes of a note's text by a click rather than by typing: a task is ticked off, a property gets
/// another value. For the JavaFX thread.
final class Touches {
    private final NoteViewModel writing;

    Touches(NoteViewModel writing) {
        this.writing = writing;
    }

    /// Ticks a task off, or opens it again.
    ///
    /// @param at where in the Markdown its sign stands
    void tick(int at, boolean done) {
        String now = writing.current();
        if (at > 0
                && at + 1 < now.length()
                && now.charAt(at - 1) == '['
                && now.charAt(at + 1) == ']') {
            writing.write(now.substring(0, at) + (done ? "x" : " ") + now.substring(at + 1));
        }
    }

    /// The note that is open, or null.
    @Nullable SourceId note() {
        var draft = writing.draft();
        return draft == null ? null : draft.id();
    }

    /// @param heard of a note that is to be left, while its text can still be changed
    void onLeaving(Consumer<Draft> heard) {
        writing.drafts().onLeaving(heard);
    }

    /// @param value as front matter takes it
    void set(String property, Object value) {
        writing.write(FrontMatter.with(writing.current(), property, value));
    }

    void remove(String property) {
        writing.write(FrontMatter.without(writing.current(), property));
    }
}
