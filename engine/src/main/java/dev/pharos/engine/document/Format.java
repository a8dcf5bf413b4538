package dev.pharos.engine.document;

import dev.pharos.engine.library.SourceKind;

/// The formats that have a reader.
enum Format {
    PDF("application/pdf", SourceKind.PDF, new PdfReader()),
    HTML("text/html", SourceKind.WEBPAGE, new HtmlReader()),
    MARKDOWN("text/markdown", SourceKind.NOTE, new MarkdownReader()),
    TEXT("text/plain", SourceKind.TEXT, new PlainTextReader());

    private final String mediaType;
    private final SourceKind kind;
    private final DocumentReader reader;

    Format(String mediaType, SourceKind kind, DocumentReader reader) {
        this.mediaType = mediaType;
        this.kind = kind;
        this.reader = reader;
    }

    String mediaType() {
        return mediaType;
    }

    SourceKind kind() {
        return kind;
    }

    DocumentReader reader() {
        return reader;
    }

    /// Whether it is so simple that its reader needs no process of its own.
    boolean plain() {
        return this == TEXT || this == MARKDOWN;
    }
}
