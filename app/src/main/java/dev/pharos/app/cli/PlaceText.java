package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SourceKind;

import java.util.ArrayList;

/// A place in words, as short as a reader needs to find it: `page 3 › Heading`, `at 12:34`.
final class PlaceText {

    private PlaceText() {}

    static String of(SourceKind kind, Place place) {
        var parts = new ArrayList<String>();
        if (place.startMs() != null) {
            parts.add(text("place.time", TimeText.of(place.startMs())));
        }
        if (place.page() != null) {
            parts.add(text(pageKey(kind), place.page()));
        } else if (place.paragraph() != null && place.startMs() == null) {
            parts.add(text("place.paragraph", place.paragraph()));
        }
        if (place.heading() != null) {
            parts.add(place.heading());
        }
        return String.join(Place.HEADING_SEPARATOR, parts);
    }

    /// The same of what a reader has marked: `highlight on page 3`.
    static String of(SourceKind kind, Place place, boolean highlight) {
        var where = of(kind, place);
        return highlight ? text("place.highlight", where, where.isEmpty() ? 0 : 1) : where;
    }

    private static String pageKey(SourceKind kind) {
        return switch (kind) {
            case PRESENTATION -> "place.slide";
            case SPREADSHEET -> "place.sheet";
            case BOOK -> "place.chapter";
            case PDF, DOCUMENT, WEBPAGE, NOTE, TEXT, MAIL, RECORDING -> "place.page";
        };
    }
}
