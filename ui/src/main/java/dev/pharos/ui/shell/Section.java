package dev.pharos.ui.shell;

/// What the column at the side is about.
public enum Section {
    LIBRARY,
    RECORDINGS,
    NOTES,
    TAGS,
    ASK
}
