package dev.pharos.engine.annotation;

import dev.pharos.engine.document.Sentences.Span;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Words that are found again after the text around them has changed: a quote with its context, as
/// in the TextQuoteSelector of the W3C's Web Annotation Data Model. White space and hyphens at the
/// ends of lines do not matter. Immutable.
///
/// @param quote may be empty: that is found nowhere
/// @param before the characters before it, up to 48
/// @param after the characters after it, up to 48
public record Anchor(String quote, String before, String after) {
    private static final int AROUND = 48;

    /// What is so long stands for itself; what is shorter needs some of its context.
    private static final int TELLING = 24;

    private static final int ENOUGH = 8;
    private static final char SOFT_HYPHEN = '\u00AD';

    /// Words of a text.
    public static Anchor of(String text, int start, int end) {
        return new Anchor(
                text.substring(start, end),
                text.substring(Math.max(0, start - AROUND), start),
                text.substring(end, Math.min(text.length(), end + AROUND)));
    }

    /// Where words first stand in a text, whatever is around them.
    public static Optional<Span> anywhere(String words, String text) {
        return new Anchor(words, "", "").in(text, 0);
    }

    /// Where the words stand in a text: of several places the one with the same context, and of
    /// several such the nearest to where they were.
    ///
    /// @param near the offset where they were
    public Optional<Span> in(String text, int near) {
        var exact = occurrences(text, quote).stream().map(at -> new Span(at, at + quote.length()));
        return best(text, exact.toList(), near).or(() -> best(text, alike(text), near));
    }

    private Optional<Span> best(String text, List<Span> places, int near) {
        int most = before.strip().length() + after.strip().length();
        return places.stream()
                .filter(place ->
                        quote.length() >= TELLING || context(text, place) >= Math.min(ENOUGH, most))
                .max(
                        Comparator.<Span>comparingInt(place -> context(text, place))
                                .thenComparing(
                                        Comparator.comparingInt((Span place) ->
                                                        Math.abs(place.start() - near))
                                                .reversed()));
    }

    /// How many characters around a place are those that were around the words.
    private int context(String text, Span place) {
        String left = plain(text.substring(Math.max(0, place.start() - 2 * AROUND), place.start()));
        String right =
                plain(
                        text.substring(
                                place.end(), Math.min(text.length(), place.end() + 2 * AROUND)));
        String wantedLeft = plain(before);
        String wantedRight = plain(after);
        int same = 0;
        while (same < Math.min(left.length(), wantedLeft.length())
                && left.charAt(left.length() - 1 - same)
                        == wantedLeft.charAt(wantedLeft.length() - 1 - same)) {
            same++;
        }
        int equal = 0;
        while (equal < Math.min(right.length(), wantedRight.length())
                && right.charAt(equal) == wantedRight.charAt(equal)) {
            equal++;
        }
        return same + equal;
    }

    private static List<Integer> occurrences(String text, String words) {
        var found = new ArrayList<Integer>();
        if (!words.isBlank()) {
            for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
                found.add(at);
            }
        }
        return found;
    }

    private List<Span> alike(String text) {
        var places = new int[text.length() + 1];
        String plain = plain(text, places);
        String wanted = plain(quote);
        return occurrences(plain, wanted).stream()
                .map(at -> new Span(places[at], places[at + wanted.length() - 1] + 1))
                .toList();
    }

    private static String plain(String text) {
        return plain(text, new int[text.length() + 1]);
    }

    /// Without anything that a change of lines would change.
    ///
    /// @param places gets where each character that stays was
    private static String plain(String text, int[] places) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != SOFT_HYPHEN && c != '-' && !Character.isWhitespace(c)) {
                places[plain.length()] = i;
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
