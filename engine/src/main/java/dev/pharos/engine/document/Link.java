package dev.pharos.engine.document;

/// A link that a document's author wrote.
///
/// @param target as written, without brackets and label: `Note title#Heading`, `images/a.png`,
///   `https://…`
/// @param start UTF-16 offset of the link's visible words in the document's text
/// @param end exclusive
public record Link(Kind kind, String target, int start, int end) {

    /// What it leads to.
    public enum Kind {
        WIKI,
        ATTACHMENT,
        FILE,
        WEB
    }
}
