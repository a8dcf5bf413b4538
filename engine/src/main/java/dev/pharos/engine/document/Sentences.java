package dev.pharos.engine.document;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Cuts text into sentences by Unicode's rules (UAX #29), with each language's list of
/// abbreviations that end no sentence (CLDR). Safe for use by several threads.
public final class Sentences {

    /// A sentence without the white space around it: UTF-16 offsets, `end` exclusive.
    public record Span(int start, int end) {
        public String of(String text) {
            return text.substring(start, end);
        }
    }

    /// Marks such as `[281]` that stand behind a stop, and the white space after them. They belong
    /// to the sentence that they prove, and the rules would cut behind their bracket.
    private static final Pattern REFERENCES =
            Pattern.compile(
                    "(?<=[.!?…。！？][\"”’»)]?)(?:\\[(?:(?:n|nb|note) ?)?(?:\\d{1,4}|[a-z])])+\\s*");

    private static final Map<String, BreakIterator> BY_LANGUAGE = new ConcurrentHashMap<>();

    private Sentences() {}

    /// The sentences of `text` between two offsets, in order; blank ones are left out.
    public static List<Span> in(String text, int from, int to, String language) {
        var iterator =
                (BreakIterator) BY_LANGUAGE.computeIfAbsent(language, Sentences::iterator).clone();
        String part = text.substring(from, to);
        iterator.setText(part);
        var spans = new ArrayList<Span>();
        var marks = REFERENCES.matcher(part);
        boolean marked = marks.find();
        int start = iterator.first();
        for (int at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
            while (marked && marks.end() <= at) {
                marked = marks.find();
            }
            int end = marked && marks.start() <= at ? marks.end() : at;
            Span span = trimmed(text, from + start, from + end);
            if (end > start && span.end() > span.start()) {
                spans.add(span);
            }
            start = Math.max(start, end);
        }
        return spans;
    }

    /// The same range without the white space at both ends.
    public static Span trimmed(String text, int start, int end) {
        int first = start;
        int last = end;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return new Span(first, last);
    }

    private static BreakIterator iterator(String language) {
        var locale = new ULocale(language.equals("und") ? "en" : language);
        return FilteredBreakIteratorBuilder.getInstance(locale)
                .wrapIteratorWithFilter(BreakIterator.getSentenceInstance(locale));
    }
}
