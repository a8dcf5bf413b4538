package dev.pharos.ui.document;

import dev.pharos.engine.answer.Citation;
import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.search.Hit;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;

import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says a place in words, such as `p. 12` or `slide 3`.
public final class PlaceText {
    private static final String BETWEEN = " · ";

    private final Texts texts;

    public PlaceText(Texts texts) {
        this.texts = texts;
    }

    /// The time in a recording; else page and headings; the paragraph where there is neither.
    ///
    /// @param title of the source; a heading that only repeats it is left out
    public String of(@Nullable SourceKind kind, String title, Place place) {
        if (place.startMs() != null) {
            return Clock.of(place.startMs());
        }
        String words =
                Stream.of(page(kind, place.page()), heading(title, place.heading()))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(BETWEEN));
        return words.isEmpty() && place.paragraph() != null
                ? texts.text("place.paragraph", place.paragraph())
                : words;
    }

    /// That of a hit; what a reader has marked says so.
    public String of(Hit hit) {
        String where = of(hit.source().kind(), hit.source().title(), hit.place());
        return marked(where, hit.passage().highlight() != null);
    }

    /// That of a citation; what a reader has marked says so.
    ///
    /// @param source that is cited, or null where that is not known
    public String of(@Nullable Source source, Citation citation) {
        var kind = source == null ? null : source.kind();
        String where = of(kind, citation.title(), citation.place());
        return marked(where, citation.highlight() != null);
    }

    private String marked(String where, boolean highlight) {
        return Stream.of(highlight ? texts.text("place.highlight") : "", where)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(BETWEEN));
    }

    private static String heading(String title, @Nullable String path) {
        if (path == null || path.equals(title)) {
            return "";
        }
        String root = title + Place.HEADING_SEPARATOR;
        return path.startsWith(root) ? path.substring(root.length()) : path;
    }

    /// The page alone; empty where there is none.
    public String page(@Nullable SourceKind kind, @Nullable Integer page) {
        if (page == null) {
            return "";
        }
        return switch (kind) {
            case PRESENTATION -> texts.text("place.slide", page);
            case SPREADSHEET -> texts.text("place.sheet", page);
            case BOOK -> texts.text("place.chapter", page);
            case PDF, DOCUMENT, WEBPAGE, NOTE, TEXT, MAIL, RECORDING ->
                    texts.text("place.page", page);
            case null -> texts.text("place.page", page);
        };
    }
}
