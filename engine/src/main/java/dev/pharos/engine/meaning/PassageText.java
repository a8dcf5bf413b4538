package dev.pharos.engine.meaning;

import dev.pharos.engine.library.Passages.Titled;
import dev.pharos.engine.library.Place;

/// What a model reads of a passage. Pure functions.
public final class PassageText {

    private PassageText() {}

    /// Its text, with what it is about in front where the text does not begin with that anyway. A
    /// title of one word is most often a mere file name.
    public static String of(Titled titled) {
        String text = titled.passage().text();
        String heading = titled.passage().place().heading();
        String about = Fluency.words(titled.title()) > 1 ? titled.title() : "";
        if (heading != null && !text.startsWith(lastOf(heading))) {
            about = about.isEmpty() ? heading : about + Place.HEADING_SEPARATOR + heading;
        }
        return about.isEmpty() || text.startsWith(about) ? text : about + "\n" + text;
    }

    private static String lastOf(String headings) {
        int at = headings.lastIndexOf(Place.HEADING_SEPARATOR);
        return at < 0 ? headings : headings.substring(at + Place.HEADING_SEPARATOR.length());
    }
}
