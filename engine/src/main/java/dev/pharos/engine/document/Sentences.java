package dev.pharos.engine.document;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.FilteredBreakIteratorBuilder;
import com.ibm.icu.util.ULocale;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /// A number behind another word of its line, and its stop: that of a day, where a month
    /// follows.
    private static final Pattern ORDINAL = Pattern.compile("(?s).*\\S\\s+\\p{Nd}{1,2}\\.\\s+");

    /// A single letter with its stop: an initial, or the first of `z. B.`.
    private static final Pattern LETTER =
            Pattern.compile("(?s)(?:.*[^\\p{L}\\p{N}])?(?<letter>\\p{L})\\.\\s+");

    /// How far before a stop its word is looked for: a list of letters is never read over and over.
    private static final int NEAR = 40;

    private static final Pattern LETTER_NEXT = Pattern.compile("\\p{L}\\.(?!\\p{L})");

    /// Nothing but initials before, as at the beginning or behind another.
    private static final Pattern INITIALS =
            Pattern.compile("(?s)(?:(?:.*[^\\p{L}\\p{N}])?\\p{Lu}\\.\\s+)?\\p{Lu}\\.\\s+");

    private static final Map<String, Set<String>> COUNTED = new ConcurrentHashMap<>();

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
            if (start < at && at < part.length()) {
                String before = part.substring(Math.max(start, at - NEAR), at);
                if (ordinal(before, part, at, language) || letter(before, part, at, language)) {
                    continue;
                }
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

    /// Whether the stop before an offset is that of an ordinal: `am 12. April`, `im 19.
    /// Jahrhundert`.
    private static boolean ordinal(String before, String part, int at, String language) {
        return ORDINAL.matcher(before).matches()
                && COUNTED.computeIfAbsent(language, Sentences::counted).contains(word(part, at));
    }

    /// Whether the stop before an offset is that of an initial (`купца Е. П. Ларина`) or stands
    /// within an abbreviation (`z. B.`), and no sentence ends there.
    private static boolean letter(String before, String part, int at, String language) {
        var letter = LETTER.matcher(before);
        if (!letter.matches()) {
            return false;
        }
        if (LETTER_NEXT.matcher(part).region(at, part.length()).lookingAt()) {
            return true;
        }
        boolean upper = Character.isUpperCase(letter.group("letter").codePointAt(0));
        return upper
                && Character.isUpperCase(part.codePointAt(at))
                && (language.equals("ru") || INITIALS.matcher(before).matches());
    }

    private static String word(String part, int at) {
        int end = at;
        while (end < part.length() && Character.isLetter(part.charAt(end))) {
            end++;
        }
        return part.substring(at, end).toLowerCase(Locale.ROOT);
    }

    /// The months of a language, and what German counts with ordinals besides.
    private static Set<String> counted(String language) {
        var counted = new HashSet<String>();
        var months = DateFormatSymbols.getInstance(new ULocale(language));
        for (int context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
            for (int width : List.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)) {
                for (String month : months.getMonths(context, width)) {
                    counted.add(month.replace(".", "").toLowerCase(Locale.ROOT));
                }
            }
        }
        if (language.equals("de")) {
            counted.addAll(
                    List.of(
                            "jahrhundert",
                            "jahrhunderts",
                            "jahrtausend",
                            "jahrtausends",
                            "jahrestag",
                            "geburtstag",
                            "auflage",
                            "kapitel",
                            "klasse",
                            "stock",
                            "etage",
                            "mal"));
        }
        return counted;
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
