package dev.pharos.engine.library;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Link;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A short note that nobody wrote, called `Note` and its number, for libraries with thousands of
/// them, which are saved and not imported.
///
/// @param when it was written, where that matters
public record MadeNote(
        int number, String text, List<Link> links, Set<String> tags, @Nullable Instant when) {

    /// Of the note of this number.
    public static Link linkTo(int number) {
        return new Link(Link.Kind.WIKI, "Note " + number, 0, 4);
    }

    public Sources.Revision revision() {
        var document = document();
        var place = new Place(null, null, 1, null, null, 0, text.length());
        return new Sources.Revision(
                source(document),
                document,
                List.of(new Sources.Chunk(place, text, "en")),
                Map.of());
    }

    private Document document() {
        return new Document(
                "text/markdown",
                SourceKind.NOTE,
                "Note " + number,
                List.of(),
                null,
                null,
                "en",
                text,
                List.of(),
                links,
                tags,
                Map.of(),
                true);
    }

    private Source source(Document document) {
        return new Source(
                new SourceId(new UUID(2, number)),
                document.kind(),
                document.title(),
                Path.of(document.title() + ".md"),
                1,
                String.format(Locale.ROOT, "%064x", number),
                text.length(),
                document.mediaType(),
                document.language(),
                List.of(),
                tags,
                null,
                when,
                when == null ? Instant.EPOCH : when,
                1);
    }
}
