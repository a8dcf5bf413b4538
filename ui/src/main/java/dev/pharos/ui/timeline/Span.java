package dev.pharos.ui.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;

/// How much time one bar stands for.
public enum Span {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    /// The first day of the span that a day is in; weeks begin as they do where the user lives.
    LocalDate startOf(LocalDate day, Locale locale) {
        DayOfWeek first = WeekFields.of(locale).getFirstDayOfWeek();
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(first));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
        };
    }

    /// A longer one, or a shorter one; the same at the end.
    Span zoomed(boolean nearer) {
        return values()[Math.clamp(ordinal() + (nearer ? -1 : 1), 0, values().length - 1)];
    }
}
