package dev.pharos.ui.timeline;

import dev.pharos.engine.timeline.Event;
import dev.pharos.engine.timeline.Event.What;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Events as they are shown.
///
/// @param bars one for each span of time, the earliest first
/// @param lines the latest day first
record Chart(List<Bar> bars, List<Line> lines) {
    /// Of the files that came in on one day, before the rest waits behind one line.
    private static final int FEW = 6;

    /// So many bars at most; what is older has a line and no bar.
    private static final int MOST_BARS = 4_000;

    /// How they are to be shown.
    ///
    /// @param opened days of which every file that came in is shown
    /// @param zone in which days begin
    record Wish(Set<What> kinds, Span span, Set<LocalDate> opened, ZoneId zone, Locale locale) {

        private boolean wants(Event event) {
            return kinds.contains(event.what());
        }

        private LocalDate day(Event event) {
            return event.at().atZone(zone).toLocalDate();
        }
    }

    /// @param events the latest first
    static Chart of(List<Event> events, Wish wish) {
        var wanted = events.stream().filter(wish::wants).toList();
        return new Chart(bars(wanted, wish), lines(wanted, wish));
    }

    private static List<Bar> bars(List<Event> events, Wish wish) {
        var counts = new TreeMap<LocalDate, Map<What, Integer>>();
        for (var event : events) {
            counts.computeIfAbsent(
                            wish.span().startOf(wish.day(event), wish.locale()),
                            _ -> new EnumMap<>(What.class))
                    .merge(event.what(), 1, Integer::sum);
        }
        if (counts.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Bar>();
        var last = counts.lastKey();
        for (var at = earliest(counts.firstKey(), last, wish); !at.isAfter(last); ) {
            var next = wish.span().next(at);
            all.add(new Bar(at, next, counts.getOrDefault(at, Map.of())));
            at = next;
        }
        return all;
    }

    private static LocalDate earliest(LocalDate first, LocalDate last, Wish wish) {
        var longAgo =
                switch (wish.span()) {
                    case DAY -> last.minusDays(MOST_BARS);
                    case WEEK -> last.minusWeeks(MOST_BARS);
                    case MONTH -> last.minusMonths(MOST_BARS);
                    case YEAR -> last.minusYears(MOST_BARS);
                };
        return first.isBefore(longAgo) ? wish.span().startOf(longAgo, wish.locale()) : first;
    }

    private static List<Line> lines(List<Event> events, Wish wish) {
        var days = new LinkedHashMap<LocalDate, List<Event>>();
        events.forEach(
                each -> days.computeIfAbsent(wish.day(each), _ -> new ArrayList<>()).add(each));
        var all = new ArrayList<Line>();
        days.forEach((day, those) -> {
            all.add(heading(day, those));
            addDay(day, those, wish.opened().contains(day), all);
        });
        return all;
    }

    private static Line heading(LocalDate day, List<Event> those) {
        var counts = new EnumMap<What, Integer>(What.class);
        long recorded = 0;
        for (var event : those) {
            counts.merge(event.what(), 1, Integer::sum);
            var length = event.lengthMs();
            recorded += event.what() == What.RECORDED && length != null ? length : 0;
        }
        return new Line.Day(day, counts, recorded);
    }

    private static void addDay(LocalDate day, List<Event> those, boolean opened, List<Line> all) {
        int imports = (int) those.stream().filter(each -> each.what() == What.IMPORTED).count();
        boolean fold = imports > 2 * FEW && !opened;
        int told = 0;
        for (var event : those) {
            boolean imported = event.what() == What.IMPORTED;
            if (!fold || !imported || told < FEW) {
                all.add(new Line.Happened(day, event));
            }
            told += imported ? 1 : 0;
        }
        if (fold) {
            all.add(new Line.More(day, imports - FEW));
        }
    }
}
