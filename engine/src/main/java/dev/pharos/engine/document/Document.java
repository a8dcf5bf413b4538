package dev.pharos.engine.document;

import dev.pharos.engine.library.SourceKind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The text of a file with the positions of its parts, and what the file says of itself. Immutable.
///
/// @param mediaType found by content, such as `application/pdf`
/// @param title the document's own title, else its first heading (of a note one of the first level
///   that stands before everything), else its file name without extension; never blank
/// @param language ISO 639-1 code of the main language, or `und` where there is too little text to
///   tell
/// @param text all text in reading order; blocks are separated by line breaks
/// @param blocks ordered by start; their offsets point into `text`
/// @param tags without `#`
/// @param properties further facts by name: front matter of a note, subject and recipients of a
///   mail
/// @param complete false where a damaged or oversized file gave only a part of its text
public record Document(
        String mediaType,
        SourceKind kind,
        String title,
        List<String> authors,
        @Nullable Instant created,
        @Nullable Instant modified,
        String language,
        String text,
        List<Block> blocks,
        List<Link> links,
        Set<String> tags,
        Map<String, String> properties,
        boolean complete) {

    public Document {
        authors = List.copyOf(authors);
        blocks = List.copyOf(blocks);
        links = List.copyOf(links);
        tags = Set.copyOf(tags);
        properties = Map.copyOf(properties);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a document needs a title");
        }
    }
}
