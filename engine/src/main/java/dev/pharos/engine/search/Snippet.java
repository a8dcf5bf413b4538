package dev.pharos.engine.search;

import java.text.BreakIterator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// The part of a passage that shows why it was found.
///
/// @param marks offsets into `text`
public record Snippet(String text, List<Hit.Range> marks) {
    private static final int BEFORE = 4;
    private static final int LONGEST_WORD = 50;
    private static final String MORE = "… ";

    public Snippet {
        marks = List.copyOf(marks);
    }

    /// About `length` characters around the found words, where most different ones stand together,
    /// cut between words and on one line.
    public static Snippet of(Hit hit, int length) {
        String passage = hit.passage().text();
        int from = Math.max(0, densest(hit, length) - length / BEFORE);
        int start = from < length / BEFORE ? 0 : boundary(passage, from);
        int end =
                passage.length() - start <= length
                        ? passage.length()
                        : boundary(passage, start + length);
        var text = new StringBuilder(start == 0 ? "" : MORE);
        var placeOf = new int[end - start + 1];
        for (int i = start; i < end; i++) {
            placeOf[i - start] = text.length();
            append(text, passage.charAt(i));
        }
        placeOf[end - start] = text.length();
        var marks =
                hit.highlights().stream()
                        .filter(range -> range.start() >= start && range.end() <= end)
                        .map(range ->
                                new Hit.Range(
                                        placeOf[range.start() - start],
                                        placeOf[range.end() - start]))
                        .toList();
        String words = text.toString();
        return new Snippet(end < passage.length() ? words.stripTrailing() + " …" : words, marks);
    }

    /// Where to begin so that the most different words are shown; the first such place.
    private static int densest(Hit hit, int length) {
        String passage = hit.passage().text();
        int best = 0;
        int most = 0;
        for (Hit.Range first : hit.highlights()) {
            int end = first.start() + length - length / BEFORE;
            var words = new HashSet<String>();
            for (Hit.Range range : hit.highlights()) {
                if (range.start() >= first.start() && range.end() <= end) {
                    words.add(
                            passage.substring(range.start(), range.end()).toLowerCase(Locale.ROOT));
                }
            }
            if (words.size() > most) {
                most = words.size();
                best = first.start();
            }
        }
        return best;
    }

    private static void append(StringBuilder text, char each) {
        if (!Character.isWhitespace(each)) {
            text.append(each);
        } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    /// The end of a word, or where it is asked for where that is in the midst of a very long one.
    private static int boundary(String text, int near) {
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int end = words.preceding(Math.min(near + 1, text.length()));
        if (near - end <= LONGEST_WORD) {
            return end;
        }
        return Character.isLowSurrogate(text.charAt(near)) ? near - 1 : near;
    }
}
