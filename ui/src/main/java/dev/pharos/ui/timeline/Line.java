package dev.pharos.ui.timeline;

import dev.pharos.engine.timeline.Event;
import dev.pharos.engine.timeline.Event.What;

import java.time.LocalDate;
import java.util.Map;

/// A line in the list of what happened. Immutable.
sealed interface Line {

    LocalDate day();

    /// The same for the same line, whatever else about it changes.
    Object identity();

    /// Above what happened on a day.
    record Day(LocalDate day, Map<What, Integer> counts, long recordedMs) implements Line {
        public Day {
            counts = Map.copyOf(counts);
        }

        @Override
        public Object identity() {
            return day;
        }
    }

    /// Something that happened.
    record Happened(LocalDate day, Event event) implements Line {
        @Override
        public Object identity() {
            return event;
        }
    }

    /// In the place of files that came in on the same day.
    record More(LocalDate day, int hidden) implements Line {
        @Override
        public Object identity() {
            return "more " + day;
        }
    }
}
