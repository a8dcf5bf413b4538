package dev.pharos.engine.library;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A thing in the library that can be searched and cited: one imported file in its newest revision.
/// Immutable.
///
/// @param path where the file was imported from; the original itself lies in the library's [Blobs]
/// @param revision 1 for a new source, one more for each changed file
/// @param contentHash lower-case hex SHA-256 of the original bytes, the name of its blob
/// @param size of the original, in bytes
/// @param language ISO 639-1 code of the main language, or `und`
/// @param created the document's own date, where it has one
/// @param modified the document's own last change, else the file's
/// @param passages how many passages the current revision has
public record Source(
        SourceId id,
        SourceKind kind,
        String title,
        Path path,
        int revision,
        String contentHash,
        long size,
        String mediaType,
        String language,
        List<String> authors,
        Set<String> tags,
        @Nullable Instant created,
        @Nullable Instant modified,
        Instant imported,
        int passages) {

    public Source {
        authors = List.copyOf(authors);
        tags = Set.copyOf(tags);
    }
}
