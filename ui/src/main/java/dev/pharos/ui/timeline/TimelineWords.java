package dev.pharos.ui.timeline;

import dev.pharos.engine.timeline.Event;
import dev.pharos.engine.timeline.Event.What;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said of days and of what happened in them.
final class TimelineWords {
    private final Texts texts;
    private final ZoneId zone;

    TimelineWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    String what(What what) {
        return switch (what) {
            case RECORDED -> texts.text("timeline.recorded");
            case WRITTEN -> texts.text("timeline.written");
            case EDITED -> texts.text("timeline.edited");
            case HIGHLIGHTED -> texts.text("timeline.highlighted");
            case IMPORTED -> texts.text("timeline.imported");
        };
    }

    static Ikon icon(What what) {
        return switch (what) {
            case RECORDED -> Material2AL.GRAPHIC_EQ;
            case WRITTEN -> Material2MZ.NOTE_ADD;
            case EDITED -> Material2AL.EDIT;
            case HIGHLIGHTED -> Material2AL.FORMAT_QUOTE;
            case IMPORTED -> Material2MZ.MOVE_TO_INBOX;
        };
    }

    static String style(What what) {
        return what.name().toLowerCase(Locale.ROOT);
    }

    /// Such as `Thursday, 12 March 2026`.
    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(texts.locale())
                .format(day);
    }

    /// Such as `Recorded: 2 · Written: 1`.
    String counts(Map<What, Integer> counts) {
        return Stream.of(What.values())
                .filter(counts::containsKey)
                .map(each -> what(each) + ": " + counts.getOrDefault(each, 0))
                .collect(Collectors.joining(" · "));
    }

    String heading(Line.Day day) {
        return day.recordedMs() == 0
                ? counts(day.counts())
                : counts(day.counts())
                        + " · "
                        + texts.text("timeline.sound", Clock.of(day.recordedMs()));
    }

    /// Such as `14:05`.
    String time(Event event) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .format(event.at().atZone(zone));
    }

    String about(Event event) {
        var length = event.lengthMs();
        return Stream.of(
                        what(event.what()),
                        length == null || event.what() == What.EDITED ? "" : Clock.of(length),
                        event.words().replaceAll("\\s+", " "))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(" · "));
    }

    String more(Line.More more) {
        return texts.text("timeline.more", more.hidden());
    }

    String span(Span span) {
        return switch (span) {
            case DAY -> texts.text("timeline.days");
            case WEEK -> texts.text("timeline.weeks");
            case MONTH -> texts.text("timeline.months");
            case YEAR -> texts.text("timeline.years");
        };
    }

    /// The days of a bar.
    String title(Bar bar, Span span) {
        return switch (span) {
            case DAY -> day(bar.start());
            case WEEK ->
                    texts.text("timeline.week", date(bar.start()), date(bar.end().minusDays(1)));
            case MONTH -> format(bar.start(), "LLLL yyyy");
            case YEAR -> format(bar.start(), "yyyy");
        };
    }

    private String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(day);
    }

    private String format(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(day);
    }

    /// What stands below a bar: a month where it begins, a year where that begins.
    ///
    /// @param first whether it is the first bar of all
    String mark(Bar bar, Span span, boolean first) {
        var day = bar.start();
        return switch (span) {
            case DAY -> first || day.getDayOfMonth() == 1 ? month(day) : "";
            case WEEK -> first || day.getDayOfMonth() <= 7 ? month(day) : "";
            case MONTH -> month(day);
            case YEAR -> format(day, "yyyy");
        };
    }

    private String month(LocalDate day) {
        return format(day, day.getMonthValue() == 1 ? "LLL yyyy" : "LLL");
    }
}
