package dev.pharos.engine.relationship;

import dev.pharos.engine.answer.Numerals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A number of a sentence, and what it counts.
///
/// @param written as the sentence has it
/// @param values that it may have, in digits
/// @param unit one name for each unit however it is written, or the stem of the word behind it;
///   empty where there is none
record Figure(String written, Set<String> values, String unit, Kind kind) {

    /// What a number is there for.
    enum Kind {
        /// It tells when: a year, a day, a time.
        WHEN,
        /// It tells which one: a room, a step, a version.
        WHICH,
        /// It tells how much.
        AMOUNT
    }

    private static final Pattern DATE =
            Pattern.compile(
                    "\\b(?:\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}:\\d{2})\\b");
    private static final Pattern SCALE =
            Pattern.compile(
                    "(?U)^[\\s\\u00a0-]*(?:thousand|tausend|million\\w*|billion\\w*|milliard\\w*|mio|mrd|тыс\\w*|миллион\\w*|миллиард\\w*|млн|млрд)\\b\\.?",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NEXT =
            Pattern.compile("^[\\s\\u00a0\\u202f-]{0,2}(%|[€$₽£]|\\p{L}+)");
    private static final Pattern BEFORE = Pattern.compile("([\\p{L}]+\\.?|[€$₽£№#])[\\s\\u00a0]*$");
    private static final Pattern COUNTED = Pattern.compile("^\\.\\s+\\p{L}.*");

    /// In their order.
    static List<Figure> in(String sentence, Wording wording) {
        var figures = new ArrayList<Figure>();
        var rest = new StringBuilder(sentence);
        var dates = DATE.matcher(sentence);
        while (dates.find()) {
            figures.add(new Figure(dates.group(), Set.of(dates.group()), "", Kind.WHEN));
            rest.replace(dates.start(), dates.end(), " ".repeat(dates.end() - dates.start()));
        }
        var text = rest.toString();
        Numerals.claimed(text)
                .forEach((written, values) -> {
                    var at =
                            Pattern.compile(
                                            "(?<![\\p{L}\\p{N}])"
                                                    + Pattern.quote(written)
                                                    + "(?!\\p{N})")
                                    .matcher(text);
                    while (at.find()) {
                        figures.add(of(text, at.start(), at.end(), values, wording));
                    }
                });
        return figures;
    }

    private static Figure of(String text, int start, int end, Set<String> values, Wording wording) {
        String written = text.substring(start, end);
        String behind = text.substring(end);
        var scale = SCALE.matcher(behind);
        String rest = scale.find() ? behind.substring(scale.end()) : behind;
        String next = found(NEXT, rest);
        String before = found(BEFORE, text.substring(0, start));
        String unit = next.isEmpty() ? before.matches("[€$₽£]") ? before : "" : wording.unit(next);
        return new Figure(written, values, unit, kind(written, before, next, behind, wording));
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static Kind kind(
            String written, String before, String next, String behind, Wording wording) {
        String word = before.replace(".", "").toLowerCase(Locale.ROOT);
        boolean month = wording.is("months", word) || wording.is("months", next);
        boolean year =
                written.matches("1[0-9]{3}|20[0-9]{2}|2100")
                        && (next.isEmpty() || wording.is("when", word) || wording.is("when", next));
        if (month || year) {
            return Kind.WHEN;
        }
        boolean named =
                before.matches("[№#]")
                        || wording.is("label", word)
                        || !before.isEmpty()
                                && Character.isUpperCase(before.codePointAt(0))
                                && !wording.is("when", word)
                                && !wording.has("definite", before);
        boolean ordinal =
                !next.isEmpty() && behind.startsWith(next) && wording.is("ordinal", next)
                        || behind.startsWith("-") && wording.is("ordinal", next)
                        || COUNTED.matcher(behind).matches();
        return named || ordinal ? Kind.WHICH : Kind.AMOUNT;
    }

    boolean equal(Figure other) {
        return kind == other.kind
                && !Collections.disjoint(values, other.values)
                && (unit.equals(other.unit) || unit.isEmpty() || other.unit.isEmpty());
    }

    /// Whether two amounts differ by no more than who says *about* may err.
    boolean near(Figure other) {
        double one = value();
        double another = other.value();
        return Math.abs(one - another) <= ABOUT * Math.max(Math.abs(one), Math.abs(another));
    }

    private static final double ABOUT = 0.2;

    private double value() {
        return values.stream().mapToDouble(Double::parseDouble).max().orElse(0);
    }
}
