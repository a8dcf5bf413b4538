package dev.pharos.engine.library;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// Narrows a search to some sources. Every condition must hold; the empty filter lets all pass.
///
/// @param tags a source must have each, or a tag nested below it (`sea` matches `sea/lights`); case
///   does not matter
/// @param titles a source's title must contain each from the start of a word on; case does not
///   matter
/// @param languages a source's main language is one of them, as ISO 639-1 codes; none lets all pass
/// @param after the source's date (created, else modified, else imported) is not before this
/// @param before the source's date is before this
public record SourceFilter(
        List<SourceKind> kinds,
        List<String> tags,
        List<String> titles,
        List<String> languages,
        @Nullable Instant after,
        @Nullable Instant before) {

    public static final SourceFilter ALL =
            new SourceFilter(List.of(), List.of(), List.of(), List.of(), null, null);

    public SourceFilter {
        kinds = List.copyOf(kinds);
        tags = List.copyOf(tags);
        titles = List.copyOf(titles);
        languages = List.copyOf(languages);
    }
}
