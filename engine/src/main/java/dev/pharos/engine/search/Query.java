package dev.pharos.engine.search;

/// What the user typed, and how to look for it.
///
/// @param text words, `"phrases"`, `prefix*`, and filters `kind:` `tag:` `title:` `collection:`
///   `lang:` `after:` `before:`
/// @param limit how many hits at most, 1 or more
public record Query(String text, Mode mode, int limit) {

    /// Which of the two searches is asked.
    public enum Mode {
        /// By words and by meaning, fused.
        HYBRID,
        /// By words alone (BM25).
        KEYWORD,
        /// By meaning alone (vectors).
        MEANING
    }

    /// A query in which quotes, stars and colons are only punctuation, as in a question or a topic
    /// of a test collection.
    public static Query ofPlainText(String text, Mode mode, int limit) {
        return new Query(text.replaceAll("[\"“”„«»*:]", " ").strip(), mode, limit);
    }

    public Query {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit);
        }
    }
}
