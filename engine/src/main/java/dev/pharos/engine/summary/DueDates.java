package dev.pharos.engine.summary;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds by when something is to be done, as it is said (`by Friday`, `bis 3. Mai`, `к пятнице`),
/// and which day that is. A day of the week is the next one after that on which it was said; the
/// end of a week is its Friday; a day without a year is the next such day.
public final class DueDates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern DOTTED =
            Pattern.compile("(\\d{1,2})\\.\\s?(\\d{1,2})\\.?(?:\\s?(\\d{4}))?");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(\\d{1,2})(?!\\d)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");

    private DueDates() {}

    /// @param said as it is said, with its preposition
    /// @param day null where it was not said when this was, or where it names no day
    public record Due(String said, @Nullable LocalDate day) {}

    public static Optional<Due> in(String text, String language, @Nullable LocalDate date) {
        var rules = Rules.of(language);
        for (var key : List.of("due", "bare")) {
            var found = rules.pattern(key).matcher(text);
            if (found.find()) {
                String when = found.group("when").toLowerCase(Locale.ROOT);
                return Optional.of(
                        new Due(found.group("said"), date == null ? null : day(when, rules, date)));
            }
        }
        return Optional.empty();
    }

    /// The day that a title bears, as `Minutes of the council, 12 May 2026`; only with its year.
    static Optional<LocalDate> dated(String title, String language) {
        var rules = Rules.of(language);
        var date = rules.pattern("date").matcher(title);
        while (date.find()) {
            String when = date.group().toLowerCase(Locale.ROOT);
            if (YEAR.matcher(when).find() && DAY.matcher(when).find()) {
                return Optional.ofNullable(day(when, rules, LocalDate.EPOCH));
            }
        }
        return Optional.empty();
    }

    private static @Nullable LocalDate day(String when, Rules rules, LocalDate date) {
        try {
            var written = written(when, date);
            return written != null ? written : spoken(when, rules, date);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable LocalDate written(String when, LocalDate date) {
        var iso = ISO.matcher(when);
        if (iso.find()) {
            return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        var dotted = DOTTED.matcher(when);
        if (dotted.find()) {
            return dotted.group(3) == null
                    ? coming(date, number(dotted, 2), number(dotted, 1))
                    : LocalDate.of(number(dotted, 3), number(dotted, 2), number(dotted, 1));
        }
        return null;
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static LocalDate coming(LocalDate date, int month, int day) {
        var sameYear = LocalDate.of(date.getYear(), month, day);
        return sameYear.isBefore(date) ? sameYear.plusYears(1) : sameYear;
    }

    private static @Nullable LocalDate spoken(String when, Rules rules, LocalDate date) {
        if (is(when, rules, "aftertomorrow")) {
            return date.plusDays(2);
        } else if (is(when, rules, "tomorrow")) {
            return date.plusDays(1);
        } else if (is(when, rules, "today")) {
            return date;
        } else if (is(when, rules, "nextweekend")) {
            return friday(date).plusWeeks(1);
        } else if (is(when, rules, "weekend")) {
            return friday(date);
        } else if (is(when, rules, "nextmonthend")) {
            return date.plusMonths(1).with(TemporalAdjusters.lastDayOfMonth());
        } else if (is(when, rules, "monthend")) {
            return date.with(TemporalAdjusters.lastDayOfMonth());
        } else if (is(when, rules, "yearend")) {
            return date.with(TemporalAdjusters.lastDayOfYear());
        }
        int month = rules.position("months", when);
        return month > 0 ? inMonth(when, month, date) : weekday(when, rules, date);
    }

    private static boolean is(String when, Rules rules, String key) {
        return rules.pattern(key).matcher(when).find();
    }

    private static LocalDate friday(LocalDate date) {
        return date.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
    }

    private static LocalDate inMonth(String when, int month, LocalDate date) {
        var day = DAY.matcher(when);
        var year = YEAR.matcher(when);
        if (!day.find()) {
            var first = LocalDate.of(date.getYear(), month, 1);
            var last = first.with(TemporalAdjusters.lastDayOfMonth());
            return last.isBefore(date)
                    ? last.plusYears(1).with(TemporalAdjusters.lastDayOfMonth())
                    : last;
        }
        return year.find()
                ? LocalDate.of(number(year, 1), month, number(day, 1))
                : coming(date, month, number(day, 1));
    }

    private static @Nullable LocalDate weekday(String when, Rules rules, LocalDate date) {
        int number = rules.position("weekdays", when);
        if (number == 0) {
            return null;
        }
        var next = date.with(TemporalAdjusters.next(DayOfWeek.of(number)));
        boolean sameWeek = next.getDayOfWeek().compareTo(date.getDayOfWeek()) > 0;
        return is(when, rules, "nextweekday") && sameWeek ? next.plusWeeks(1) : next;
    }
}
