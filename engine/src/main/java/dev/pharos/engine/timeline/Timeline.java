package dev.pharos.engine.timeline;

import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.TimelineRows;

import java.util.List;

/// When what was recorded, written, edited, marked and imported. What is in the trash is not there.
/// Safe for use by several threads.
public final class Timeline {
    private final TimelineRows rows;

    public Timeline(Database database) {
        rows = new TimelineRows(database);
    }

    /// All that happened, the latest first; some tens of milliseconds with 20,000 sources. One
    /// sitting at a note is one event.
    public List<Event> events() {
        return rows.all();
    }
}
