package dev.pharos.engine.timeline;

import java.util.List;

/// When what was recorded, written, edited, marked and imported. What is in the trash is not there.
/// Safe for use by several threads.
public interface Timeline {

    /// All that happened, the latest first; some tens of milliseconds with 20,000 sources. One
    /// sitting at a note is one event.
    List<Event> events();
}
