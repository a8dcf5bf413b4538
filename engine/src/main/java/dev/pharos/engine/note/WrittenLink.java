package dev.pharos.engine.note;

/// A link as it stands in the Markdown of a note. Offsets are UTF-16 units of that Markdown.
///
/// @param target what it names: without heading, label and brackets, as written; empty where the
///   link leads to a place in the note itself
/// @param anchor from `#` on (`#Heading`, `#^block`), or empty
/// @param start of the target
/// @param end of the target, exclusive; the anchor follows
/// @param from of the whole link, brackets included
/// @param to of the whole link, exclusive
public record WrittenLink(
        Kind kind, String target, String anchor, int start, int end, int from, int to) {

    /// How it is written.
    public enum Kind {
        /// `[[target]]`
        WIKI,
        /// `![[target]]`
        EMBED,
        /// `[label](target)` to something that is no web address
        PATH,
        /// `![label](target)`
        IMAGE
    }

    /// The same link with another target, for a question of where that would lead; its offsets
    /// stay.
    public WrittenLink to(String other) {
        return new WrittenLink(kind, other, anchor, start, end, from, to);
    }
}
