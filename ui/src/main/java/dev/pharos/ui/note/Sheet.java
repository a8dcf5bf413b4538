package dev.pharos.ui.note;

/// What a note is written on. It alone has the newest text; whoever keeps or shows that asks for it
/// after a pause, since a long one takes some milliseconds to put together. For the JavaFX thread.
public interface Sheet {
    String text();

    /// Begins with another note; undo leads no further back than here.
    void begin(String text);

    /// Changes the text to another one, in as small a place as can be, so that the caret and what
    /// one reads stay; undo leads back.
    void take(String text);

    /// Writes where the caret stands.
    void insert(String text);
}
