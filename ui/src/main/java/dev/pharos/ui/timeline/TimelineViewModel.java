package dev.pharos.ui.timeline;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.timeline.Event;
import dev.pharos.engine.timeline.Event.What;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/// What happened in the library: as bars, one for each span of time from the first event on, and as
/// a list, the latest day first. It is read when it is looked at. For the JavaFX thread.
public final class TimelineViewModel {
    /// Of the files that came in on one day, before the rest waits behind one line.
    private static final int FEW = 6;

    /// So many bars at most; what is older has a line and no bar.
    private static final int MOST_BARS = 4_000;

    private final Work<List<Event>> read;
    private final Background background;
    private final Executor later;
    private final ZoneId zone;
    private final Locale locale;
    private final ReadOnlyObjectWrapper<List<Event>> events =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Bar>> bars = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.DAY);
    private final ObjectProperty<Set<What>> kinds =
            new SimpleObjectProperty<>(EnumSet.allOf(What.class));
    private final Set<Object> lookers = new HashSet<>();
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final Set<LocalDate> opened = new HashSet<>();
    private boolean stale = true;
    private boolean reading;

    /// @param read gives all events, the latest first
    /// @param later delays a new reading
    /// @param zone in which days begin
    public TimelineViewModel(
            Work<List<Event>> read,
            Background background,
            Executor later,
            ZoneId zone,
            Locale locale) {
        this.read = read;
        this.background = background;
        this.later = later;
        this.zone = zone;
        this.locale = locale;
        looking.subscribe((_, _) -> readIfStale());
        span.subscribe((_, _) -> bars.set(barsNow()));
        kinds.subscribe((_, _) -> show());
    }

    /// The earliest first.
    ReadOnlyObjectProperty<List<Bar>> barsProperty() {
        return bars.getReadOnlyProperty();
    }

    /// The latest day first.
    ReadOnlyObjectProperty<List<Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// Why it could not be read, or null.
    ReadOnlyObjectProperty<@Nullable Problem> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// False until it was read for the first time.
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    boolean nothing() {
        return events.get().isEmpty();
    }

    ObjectProperty<Span> spanProperty() {
        return span;
    }

    /// What is shown.
    ObjectProperty<Set<What>> kindsProperty() {
        return kinds;
    }

    /// Tells whether somebody sees it; nothing is read before.
    ///
    /// @param who may be one of several
    void look(Object who, boolean sees) {
        if (sees) {
            lookers.add(who);
        } else {
            lookers.remove(who);
        }
        looking.set(!lookers.isEmpty());
    }

    ZoneId zone() {
        return zone;
    }

    Locale locale() {
        return locale;
    }

    /// The library has changed.
    public void changed() {
        stale = true;
        later.execute(this::readIfStale);
    }

    private void readIfStale() {
        if (!stale || !looking.get() || reading) {
            return;
        }
        stale = false;
        reading = true;
        background.job(read, this::read).start();
    }

    private void read(Outcome<List<Event>> outcome) {
        reading = false;
        problem.set(outcome instanceof Outcome.Failed(var why) ? why : null);
        if (outcome instanceof Outcome.Done(var now)) {
            events.set(List.copyOf(now));
            loaded.set(true);
            show();
        }
        readIfStale();
    }

    void show(What what, boolean shown) {
        var chosen = EnumSet.noneOf(What.class);
        chosen.addAll(kinds.get());
        if (shown) {
            chosen.add(what);
        } else {
            chosen.remove(what);
        }
        kinds.set(chosen);
    }

    /// Shows every file that came in on a day.
    void open(LocalDate day) {
        opened.add(day);
        lines.set(linesNow());
    }

    private void show() {
        bars.set(barsNow());
        lines.set(linesNow());
    }

    private LocalDate day(Event event) {
        return event.at().atZone(zone).toLocalDate();
    }

    private List<Event> wanted() {
        return events.get().stream().filter(each -> kinds.get().contains(each.what())).toList();
    }

    private List<Bar> barsNow() {
        var counts = new TreeMap<LocalDate, Map<What, Integer>>();
        for (var event : wanted()) {
            counts.computeIfAbsent(
                            span.get().startOf(day(event), locale), _ -> new EnumMap<>(What.class))
                    .merge(event.what(), 1, Integer::sum);
        }
        if (counts.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<Bar>();
        var last = counts.lastKey();
        for (var at = earliest(counts.firstKey(), last); !at.isAfter(last); ) {
            var next = span.get().next(at);
            all.add(new Bar(at, next, counts.getOrDefault(at, Map.of())));
            at = next;
        }
        return all;
    }

    private LocalDate earliest(LocalDate first, LocalDate last) {
        var longAgo =
                switch (span.get()) {
                    case DAY -> last.minusDays(MOST_BARS);
                    case WEEK -> last.minusWeeks(MOST_BARS);
                    case MONTH -> last.minusMonths(MOST_BARS);
                    case YEAR -> last.minusYears(MOST_BARS);
                };
        return first.isBefore(longAgo) ? span.get().startOf(longAgo, locale) : first;
    }

    private List<Line> linesNow() {
        var days = new LinkedHashMap<LocalDate, List<Event>>();
        wanted().forEach(each -> days.computeIfAbsent(day(each), _ -> new ArrayList<>()).add(each));
        var all = new ArrayList<Line>();
        days.forEach((day, those) -> {
            all.add(heading(day, those));
            addDay(day, those, all);
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

    private void addDay(LocalDate day, List<Event> those, List<Line> all) {
        int imports = (int) those.stream().filter(each -> each.what() == What.IMPORTED).count();
        boolean fold = imports > 2 * FEW && !opened.contains(day);
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

    /// Where in the list the days of a bar begin, or -1.
    int lineOf(Bar bar) {
        var now = lines.get();
        for (int i = 0; i < now.size(); i++) {
            if (bar.has(now.get(i).day())) {
                return i;
            }
        }
        return -1;
    }

    /// Which bar a day belongs to, or -1.
    int barOf(LocalDate day) {
        var now = bars.get();
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).has(day)) {
                return i;
            }
        }
        return -1;
    }
}
