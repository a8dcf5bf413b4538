package dev.pharos.engine.proof;

import dev.pharos.engine.answer.Numerals;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The days of the calendar in a text: `1. Mai`, `14 April 2026`, `March 3rd`, `03.05.2026`.
final class Dates {
    private static final Pattern BEFORE =
            Pattern.compile("(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th|-\\p{L}{1,3})?\\s*(?:of )?$");
    private static final Pattern LAST =
            Pattern.compile("(?<!\\p{L})((?:the )?\\p{L}{4,}) (?:of )?$");
    private static final Pattern ORDINAL =
            Pattern.compile(
                    "(?i)(?:the )?(?:first|second|third|(?!both)\\p{L}+(?:th|te[nrs]?|[ое]го|[ое]му|ое|ье|[ыои]й|[ыи]м))");
    private static final Pattern BEHIND =
            Pattern.compile("^ (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)");
    private static final Pattern YEAR =
            Pattern.compile("^(?: \\d{1,2}\\w{0,2})?,? (\\d{4})(?!\\d)");
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?:\\s?(\\d{4}))?(?!\\d)");
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");

    /// @param day 0 where none is said
    /// @param year 0 where none is said
    record Day(String written, int day, int month, int year) {

        /// Whether another says no less than this, and the same.
        boolean in(Day other) {
            return month == other.month
                    && (day == 0 || day == other.day)
                    && (year == 0 || other.year == 0 || year == other.year);
        }
    }

    private Dates() {}

    static List<Day> in(String text, Wording wording) {
        var days = new ArrayList<Day>();
        ISO.matcher(text)
                .results()
                .forEach(each ->
                        days.add(
                                new Day(
                                        each.group(),
                                        number(each, 3),
                                        number(each, 2),
                                        number(each, 1))));
        DOTTED.matcher(text)
                .results()
                .forEach(each ->
                        days.add(
                                new Day(
                                        each.group(),
                                        number(each, 1),
                                        number(each, 2),
                                        number(each, 3))));
        Words.WORD
                .matcher(text)
                .results()
                .filter(each -> wording.month(each.group()) > 0)
                .forEach(each -> days.add(named(text, each, wording)));
        return days;
    }

    private static Day named(String text, MatchResult name, Wording wording) {
        String rest = text.substring(name.end());
        var before = BEFORE.matcher(text.substring(0, name.start()));
        var behind = BEHIND.matcher(rest);
        boolean led = before.find();
        boolean followed = !led && wording.language().equals("en") && behind.find();
        String front = text.substring(0, name.start());
        int day = led ? number(before.toMatchResult(), 1) : followed ? 0 : spelled(front);
        var year = YEAR.matcher(rest);
        int end = name.end() + (followed ? behind.end() : 0);
        return new Day(
                text.substring(led ? before.start() : name.start(), end).strip(),
                followed ? number(behind.toMatchResult(), 1) : day,
                wording.month(name.group()),
                year.find() ? number(year.toMatchResult(), 1) : 0);
    }

    /// `семнадцатого`, `the ninth of`, `ersten`.
    private static int spelled(String front) {
        var word = LAST.matcher(front);
        return !word.find() || !ORDINAL.matcher(word.group(1)).matches()
                ? 0
                : Numerals.all(word.group(1)).stream()
                        .filter(value -> value.matches("[12]?\\d|3[01]"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
    }

    private static int number(MatchResult match, int group) {
        @Nullable String digits = match.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
