package dev.pharos.ui.search;

import dev.pharos.engine.search.Hit;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/// The part of a passage that shows why it was found.
///
/// @param marks offsets into `text`
public record Snippet(String text, List<Hit.Range> marks) {
    static final int LENGTH = 210;
    private static final int BEFORE = 50;
    private static final String MORE = "… ";

    public Snippet {
        marks = List.copyOf(marks);
    }

    /// About [#LENGTH] characters around the first found word, cut between words and on one line.
    public static Snippet of(Hit hit) {
        String passage = hit.passage().text();
        int first = hit.highlights().isEmpty() ? 0 : hit.highlights().getFirst().start();
        int start = first < LENGTH - BEFORE ? 0 : boundary(passage, first - BEFORE);
        int end =
                passage.length() - start <= LENGTH
                        ? passage.length()
                        : boundary(passage, start + LENGTH);
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

    private static void append(StringBuilder text, char each) {
        if (!Character.isWhitespace(each)) {
            text.append(each);
        } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
    }

    private static int boundary(String text, int near) {
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        return words.preceding(Math.min(near + 1, text.length()));
    }
}
