package dev.pharos.engine.relationship;

import dev.pharos.engine.relationship.Figure.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// The times that a text names. Immutable.
///
/// @param years as digits; a school year as `23/24`
/// @param months from 1
/// @param days of the month
record Times(Set<String> years, Set<Integer> months, Set<Integer> days) {
    static final Times NONE = new Times(Set.of(), Set.of(), Set.of());

    private static final Pattern YEAR =
            Pattern.compile(
                    "(?<![\\d.,/-])(?:(?:20)?(?<one>\\d\\d)/(?:20)?(?<two>\\d\\d)"
                            + "|(?<y>19\\d\\d|20\\d\\d))(?![\\d/]|[.,]\\d)");
    private static final Pattern DAY =
            Pattern.compile(
                    "(?<y>\\d{4})[-._](?<m>\\d{1,2})(?:[-._](?<d>\\d{1,2}))?(?!\\d)"
                            + "|(?<dd>\\d{1,2})[./](?<mm>\\d{1,2})[./](?<yy>\\d{4})");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    Times {
        years = Set.copyOf(years);
        months = Set.copyOf(months);
        days = Set.copyOf(days);
    }

    /// Of a title or a heading, where a number that looks like a year is one.
    static Times ofLabel(String text, Wording wording) {
        var times = new Times.Found();
        String rest = times.dates(text);
        times.years(rest);
        times.rest(rest, wording);
        return times.all();
    }

    /// Of a sentence; since when something is so does not tell when it is so.
    static Times ofSentence(String text, Wording wording) {
        var times = new Times.Found();
        String rest = times.dates(wording.pattern("since").matcher(text).replaceAll(" "));
        times.rest(rest, wording);
        return times.all();
    }

    /// The year of a date that a note bears.
    static Times of(@Nullable Instant date) {
        return date == null
                ? NONE
                : new Times(
                        Set.of(String.valueOf(date.atZone(ZoneOffset.UTC).getYear())),
                        Set.of(),
                        Set.of());
    }

    private static final class Found {
        private final Set<String> years = new HashSet<>();
        private final Set<Integer> months = new HashSet<>();
        private final Set<Integer> days = new HashSet<>();

        /// Takes whole dates out of a text.
        String dates(String text) {
            return DAY.matcher(text)
                    .replaceAll(date -> {
                        boolean iso = date.group("y") != null;
                        years.add(date.group(iso ? "y" : "yy"));
                        months.add(Integer.parseInt(date.group(iso ? "m" : "mm")));
                        var day = date.group(iso ? "d" : "dd");
                        if (day != null) {
                            days.add(Integer.parseInt(day));
                        }
                        return " ";
                    });
        }

        void years(String text) {
            YEAR.matcher(text)
                    .results()
                    .map(each ->
                            each.group("y") == null
                                    ? each.group("one") + "/" + each.group("two")
                                    : each.group("y"))
                    .forEach(years::add);
        }

        void rest(String text, Wording wording) {
            for (Figure each : Figure.in(text, wording)) {
                boolean first = text.strip().startsWith(each.written());
                if (each.written().matches("1\\d{3}|20\\d{2}")
                        && (each.kind() == Kind.WHEN || first)) {
                    years.add(each.written());
                } else if (each.kind() == Kind.WHEN && each.written().matches("\\d{1,2}")) {
                    days.add(Integer.parseInt(each.written()));
                }
            }
            WORD.matcher(text)
                    .results()
                    .mapToInt(word -> wording.month(word.group()))
                    .filter(month -> month > 0)
                    .forEach(months::add);
        }

        Times all() {
            return new Times(years, months, months.isEmpty() ? Set.of() : days);
        }
    }

    boolean empty() {
        return years.isEmpty() && months.isEmpty();
    }

    /// Where this names none of a kind, another does.
    Times or(Times further) {
        return new Times(
                years.isEmpty() ? further.years : years,
                months.isEmpty() ? further.months : months,
                months.isEmpty() ? further.days : days);
    }

    /// Whether both name times of a kind, and none of them is the same.
    boolean apart(Times other) {
        return apart(years, other.years) || apart(months, other.months) || apart(days, other.days);
    }

    private static boolean apart(Set<?> one, Set<?> other) {
        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }
}
