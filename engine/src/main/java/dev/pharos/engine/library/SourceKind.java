package dev.pharos.engine.library;

import java.util.Locale;

/// What a source is to its reader. The lower-case name is what `kind:` takes in a search and what
/// JSON shows.
public enum SourceKind {
    PDF,
    DOCUMENT,
    PRESENTATION,
    SPREADSHEET,
    BOOK,
    WEBPAGE,
    NOTE,
    TEXT,
    MAIL,
    RECORDING;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
