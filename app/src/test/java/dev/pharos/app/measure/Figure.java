package dev.pharos.app.measure;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// One line of the table.
///
/// @param what was measured, on what
/// @param value as it is printed
/// @param goal as it is printed, or empty
/// @param met null where there is no goal
record Figure(String what, String value, String goal, @Nullable Boolean met) {

    static Figure of(String what, String format, Object... values) {
        return new Figure(what, String.format(Locale.ROOT, format, values), "", null);
    }

    static Figure atLeast(double goal, String what, double value) {
        return new Figure(what, number(value), ">= " + number(goal), value >= goal);
    }

    static Figure atMost(double goal, String what, double value) {
        return new Figure(what, number(value), "<= " + number(goal), value <= goal);
    }

    private static String number(double value) {
        return Math.abs(value) >= 100
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.3f", value).replaceFirst("\\.?0+$", "");
    }

    String row() {
        String verdict = met == null ? "" : met ? "met" : "MISSED";
        return "| %s | %s | %s | %s |".formatted(what, value, goal, verdict);
    }
}
