package dev.pharos.engine.note;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;

import java.util.stream.Collectors;

/// Words of a source that are to be written about. Immutable.
///
/// @param words may have several lines
/// @param where they stand, in words; may be empty
public record Quote(Source source, String words, Place place, String where) {
    private static final int TITLE = 48;
    private static final int SHORT = 12;

    /// The first of its words, for the title of what is written about it; where they are few, with
    /// the title of the source.
    public String title() {
        String plain = label(words);
        if (plain.length() < SHORT) {
            return plain.isEmpty() ? source.title() : plain + " · " + source.title();
        }
        if (plain.length() <= TITLE) {
            return plain;
        }
        int end = plain.lastIndexOf(' ', TITLE);
        int cut = end > 0 ? end : plain.offsetByCodePoints(0, plain.codePointCount(0, TITLE));
        return plain.substring(0, cut).replaceAll("[\\p{Punct}\\s]+$", "") + "…";
    }

    /// What a note about it begins with: the words, and below them a link to where they stand.
    ///
    /// @param target what leads to the source, as [NoteLinks#target] gives it
    public String markdown(String target) {
        String label = label(where.isBlank() ? source.title() : source.title() + ", " + where);
        return words.strip().lines().map(Quote::quoted).collect(Collectors.joining())
                + "\n— [["
                + target
                + PlaceAnchor.of(source, place, words)
                + "|"
                + label
                + "]]\n\n";
    }

    private static String quoted(String line) {
        return ("> " + line.strip()).strip() + "\n";
    }

    private static String label(String words) {
        return words.replaceAll("[\\[\\]|\\s]+", " ").strip();
    }
}
