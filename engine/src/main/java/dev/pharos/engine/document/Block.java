package dev.pharos.engine.document;

import org.jspecify.annotations.Nullable;

/// A run of a document's text: a heading, a paragraph, a list item, a table row. Blocks follow each
/// other in reading order and do not overlap; between two of them lie only line breaks.
///
/// @param level 1 to 6 for a heading, nesting depth for a list item, else 0
/// @param page 1-based page, slide, sheet or chapter; null where the format has none
/// @param start UTF-16 offset into the document's text
/// @param end exclusive
public record Block(Kind kind, int level, @Nullable Integer page, int start, int end) {

    /// What a block is.
    public enum Kind {
        HEADING,
        PARAGRAPH,
        LIST_ITEM,
        TABLE_ROW,
        QUOTE,
        CODE
    }

    public Block {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("block from " + start + " to " + end);
        }
    }
}
