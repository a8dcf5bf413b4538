package dev.pharos.ui.note;

import dev.pharos.engine.library.SourceId;

/// What a note is written on. It alone has the newest text; whoever keeps or shows that asks for it
/// after a pause, since a long one takes some milliseconds to put together. For the JavaFX thread.
public interface Sheet {
    String text();

    /// Turns to another note. One that was written on it before stands as it was left, and undo
    /// leads back to what it was then; else undo leads no further back than here.
    void begin(SourceId note, String text);

    /// Changes the text to another one, in as small a place as can be, so that the caret and what
    /// one reads stay; undo leads back.
    void take(String text);

    /// Writes where the caret stands.
    void insert(String text);
}
