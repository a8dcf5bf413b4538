package dev.pharos.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.timeline.Event;
import dev.pharos.engine.timeline.Event.What;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

final class TimelineViewModelTest {
    private final List<Event> events = new ArrayList<>();

    private void event(String at, What what) {
        events.add(
                new Event(
                        Instant.parse(at),
                        what,
                        new SourceId(new UUID(0, events.size())),
                        SourceKind.NOTE,
                        what + " " + events.size(),
                        what == What.RECORDED ? 60_000L : null,
                        null,
                        ""));
    }

    private TimelineViewModel looked() {
        var viewModel =
                new TimelineViewModel(
                        _ -> events,
                        new Background(Runnable::run, Runnable::run),
                        Runnable::run,
                        ZoneId.of("Europe/Berlin"),
                        Locale.GERMANY);
        viewModel.look(this, true);
        return viewModel;
    }

    private static List<String> bars(TimelineViewModel viewModel) {
        return viewModel.barsProperty().get().stream()
                .map(bar -> bar.start() + " " + bar.total())
                .toList();
    }

    @Test
    void aDayBeginsAtMidnightWhereItsOwnerLives() {
        event("2026-03-12T22:59:00Z", What.EDITED);
        event("2026-03-12T23:01:00Z", What.EDITED);
        assertEquals(List.of("2026-03-12 1", "2026-03-13 1"), bars(looked()));
    }

    @Test
    void daysWithoutAnythingHaveBarsToo() {
        event("2026-03-14T10:00:00Z", What.WRITTEN);
        event("2026-03-12T10:00:00Z", What.RECORDED);
        var viewModel = looked();
        assertEquals(List.of("2026-03-12 1", "2026-03-13 0", "2026-03-14 1"), bars(viewModel));
        viewModel.spanProperty().set(Span.WEEK);
        assertEquals(List.of("2026-03-09 2"), bars(viewModel));
    }

    @Test
    void aBarLeadsToItsDay() {
        event("2026-03-14T10:00:00Z", What.WRITTEN);
        event("2026-03-12T10:00:00Z", What.RECORDED);
        var viewModel = looked();
        var line =
                viewModel
                        .linesProperty()
                        .get()
                        .get(viewModel.lineOf(viewModel.barsProperty().get().getFirst()));
        assertEquals("2026-03-12", line.day().toString());
    }

    @Test
    void whatIsNotWantedIsNeitherInTheBarsNorInTheList() {
        event("2026-03-14T10:00:00Z", What.WRITTEN);
        event("2026-03-12T10:00:00Z", What.RECORDED);
        var viewModel = looked();
        viewModel.show(What.WRITTEN, false);
        assertEquals(List.of("2026-03-12 1"), bars(viewModel));
        assertEquals(2, viewModel.linesProperty().get().size());
    }

    @Test
    void aLargeImportDoesNotHideTheRestOfItsDay() {
        event("2026-03-14T12:00:00Z", What.WRITTEN);
        for (int i = 0; i < 500; i++) {
            event("2026-03-14T10:00:00Z", What.IMPORTED);
        }
        event("2026-03-14T08:00:00Z", What.RECORDED);
        var viewModel = looked();
        assertEquals(10, viewModel.linesProperty().get().size());
        viewModel.open(viewModel.linesProperty().get().getFirst().day());
        assertEquals(503, viewModel.linesProperty().get().size());
    }
}
