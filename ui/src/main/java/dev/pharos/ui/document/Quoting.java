package dev.pharos.ui.document;

/// What can become of words that were selected. For the JavaFX thread.
public interface Quoting {

    /// They are asked about.
    void ask(String words);

    /// They are written about.
    ///
    /// @param start UTF-16 offset into the text of the source that is read
    /// @param end exclusive
    void write(int start, int end, String words);
}
