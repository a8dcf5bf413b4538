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
        String before = start == 0 ? "" : MORE;
        String text = before + passage.substring(start, end).replaceAll("\\s", " ");
        int shift = before.length() - start;
        var marks =
                hit.highlights().stream()
                        .filter(range -> range.start() >= start && range.end() <= end)
                        .map(range -> new Hit.Range(range.start() + shift, range.end() + shift))
                        .toList();
        return new Snippet(end < passage.length() ? text.stripTrailing() + " …" : text, marks);
    }

    private static int boundary(String text, int near) {
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        return words.preceding(Math.min(near + 1, text.length()));
    }
}
