package dev.pharos.ui.timeline;

import dev.pharos.engine.timeline.Event.What;

import java.time.LocalDate;
import java.util.Map;

/// What happened in one span of time. Immutable.
///
/// @param end exclusive
record Bar(LocalDate start, LocalDate end, Map<What, Integer> counts) {
    Bar {
        counts = Map.copyOf(counts);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    boolean has(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }
}
