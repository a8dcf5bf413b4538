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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;

/// What happened in the library: as bars, one for each span of time from the first event on, and as
/// a list, the latest day first. It is read when it is looked at. For the JavaFX thread.
public final class TimelineViewModel {
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
    private Chart.@Nullable Wish wished;
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
        span.subscribe((_, _) -> show());
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
        show();
    }

    /// In the background, where thousands of events are sorted; only what was wished last is shown.
    private void show() {
        var now = events.get();
        var wish = new Chart.Wish(kinds.get(), span.get(), Set.copyOf(opened), zone, locale);
        wished = wish;
        background
                .job(
                        _ -> Chart.of(now, wish),
                        outcome -> {
                            if (wished == wish && outcome instanceof Outcome.Done(var chart)) {
                                bars.set(chart.bars());
                                lines.set(chart.lines());
                                loaded.set(true);
                            }
                        })
                .start();
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
