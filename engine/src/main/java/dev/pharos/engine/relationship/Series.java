package dev.pharos.engine.relationship;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.note.LinkTargets.Named;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What comes before and after a source, as the titles of a series tell: `Lecture 3`, `Teil 2`,
/// `часть 2`, or the days of a meeting. Pure functions.
final class Series {
    private static final int A_SERIES_DAYS = 45;
    private static final int MOST = 400;

    private static final Pattern DATE =
            Pattern.compile(
                    "(?<![\\d])(?:(?<y>20\\d{2}|19\\d{2})[-._](?<m>\\d{1,2})[-._](?<d>\\d{1,2})"
                            + "|(?<dd>\\d{1,2})\\.(?<mm>\\d{1,2})\\.(?<yy>20\\d{2}|19\\d{2}))(?![\\d])");
    private static final Pattern COUNTED =
            Pattern.compile("[#№(]\\s?(?<n>\\d{1,3})(?:\\s?(?:/|of|von|из)\\s?\\d{1,3})?\\)?\\s*$");

    private static final Pattern NUMBERED = Pattern.compile("[\\dIVXivx]");

    private Series() {}

    /// A title's place in a series.
    ///
    /// @param before what stands before the number, with the word that is counted
    /// @param after what stands behind it
    /// @param at the number, or the day as days since 1970
    /// @param daily whether that is a day
    private record Part(
            String series, String before, String after, String written, long at, boolean daily) {

        /// Whether it is another part of the same.
        boolean of(Part other) {
            boolean told = Character.isLetter(before.isEmpty() ? ' ' : before.codePointAt(0));
            return daily == other.daily
                    && before.equals(other.before)
                    && (daily ? after.equals(other.after) : told)
                    && !series.isBlank();
        }
    }

    /// A neighbour in a series.
    ///
    /// @param later the one that continues the other
    /// @param named whether the titles have more in common than a word that is counted, such as
    ///   `Chapter`
    /// @param parts how many others of the series there are
    record Step(
            SourceId later,
            SourceId earlier,
            Reason.NextInSeries reason,
            boolean named,
            int parts) {}

    /// @param all names of the library
    static List<Step> of(Named source, List<Named> all) {
        var own = part(source.title());
        if (own.isEmpty()) {
            return List.of();
        }
        var part = own.get();
        Named before = null;
        Named after = null;
        int parts = 0;
        for (Named each : all) {
            var other = each.id().equals(source.id()) ? Optional.<Part>empty() : part(each.title());
            if (other.isEmpty() || !together(source, part, each, other.get())) {
                continue;
            }
            parts++;
            long step = other.get().at() - part.at();
            if (step < 0 && near(step, part) && (before == null || at(before) < other.get().at())) {
                before = each;
            } else if (step > 0
                    && near(step, part)
                    && (after == null || at(after) > other.get().at())) {
                after = each;
            }
        }
        var steps = new ArrayList<Step>();
        if (before != null) {
            steps.add(step(source, before, parts));
        }
        if (after != null) {
            steps.add(step(after, source, parts));
        }
        return steps;
    }

    private static long at(Named named) {
        return part(named.title()).map(Part::at).orElse(0L);
    }

    private static boolean near(long step, Part part) {
        return Math.abs(step) <= (part.daily() ? A_SERIES_DAYS : 1);
    }

    private static Step step(Named later, Named earlier, int parts) {
        var one = part(later.title()).orElseThrow();
        var other = part(earlier.title()).orElseThrow();
        return new Step(
                later.id(),
                earlier.id(),
                new Reason.NextInSeries(one.series(), one.written(), other.written()),
                named(one, other),
                parts);
    }

    /// Titles that are only `Lecture 3: Graphs` belong together in one folder, or where the rest is
    /// the same.
    private static boolean together(Named one, Part part, Named other, Part another) {
        if (!part.of(another)) {
            return false;
        }
        return named(part, another) || folder(one).isPresent() && folder(one).equals(folder(other));
    }

    private static boolean named(Part part, Part another) {
        return part.daily()
                || words(part.before()) > 1
                || !part.after().isEmpty() && part.after().equals(another.after());
    }

    private static int words(String text) {
        return (int) Pattern.compile("\\p{L}+").matcher(text).results().count();
    }

    private static Optional<Path> folder(Named named) {
        return Optional.ofNullable(named.path().getParent());
    }

    private static Optional<Part> part(String title) {
        if (title.length() > MOST || !NUMBERED.matcher(title).find()) {
            return Optional.empty();
        }
        return dated(title).or(() -> counted(title));
    }

    private static Optional<Part> dated(String title) {
        var date = DATE.matcher(title);
        if (!date.find()) {
            return Optional.empty();
        }
        boolean iso = date.group("y") != null;
        try {
            var day =
                    LocalDate.of(
                            Integer.parseInt(date.group(iso ? "y" : "yy")),
                            Integer.parseInt(date.group(iso ? "m" : "mm")),
                            Integer.parseInt(date.group(iso ? "d" : "dd")));
            String before = plain(title.substring(0, date.start()));
            String after = plain(title.substring(date.end()));
            String series = (before + " " + after).strip();
            return common(series)
                    ? Optional.empty()
                    : Optional.of(
                            new Part(series, before, after, date.group(), day.toEpochDay(), true));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Words that any two notes may have in their titles make no series.
    private static boolean common(String series) {
        return series.isEmpty()
                || Wording.all().stream()
                        .anyMatch(wording ->
                                List.of(series.split(" ")).stream().allMatch(wording::common));
    }

    private static Optional<Part> counted(String title) {
        var count = COUNTED.matcher(title);
        if (count.find()) {
            String before = plain(title.substring(0, count.start()));
            return common(before)
                    ? Optional.empty()
                    : Optional.of(part(before, "", count.group("n")));
        }
        for (Wording wording : Wording.all()) {
            var number = wording.counted().matcher(title);
            if (number.find()) {
                String before = plain(title.substring(0, number.start("n")));
                String after = plain(title.substring(number.end("n")));
                return Optional.of(part(before, after, number.group("n")));
            }
        }
        return Optional.empty();
    }

    private static Part part(String before, String after, String number) {
        long at =
                Character.isDigit(number.codePointAt(0))
                        ? Long.parseLong(number)
                        : roman(number.toUpperCase(Locale.ROOT));
        return new Part(before, before, after, number, at, false);
    }

    private static int roman(String letters) {
        int value = 0;
        int before = 0;
        for (int i = letters.length() - 1; i >= 0; i--) {
            int digit = letters.charAt(i) == 'I' ? 1 : letters.charAt(i) == 'V' ? 5 : 10;
            value += digit < before ? -digit : digit;
            before = Math.max(before, digit);
        }
        return value;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
