package dev.pharos.ui.shell;

import dev.pharos.ui.document.Target;

/// What a tab can show.
public sealed interface Location {

    /// Nothing yet: what a new tab begins with.
    record Empty() implements Location {}

    /// A source, read or heard.
    record Reading(Target target) implements Location {}

    /// What the window itself has to show.
    enum Page implements Location {
        RECORDING,
        JOBS,
        BATCHES,
        SETTINGS,
        MODELS,
        HARDWARE,
        ENDPOINTS,
        KEYS,
        HIGHLIGHTS,
        ASK,
        GRAPH,
        TIMELINE,
        DUPLICATES
    }

    /// Whether both lead to the same, wherever it was left.
    default boolean same(Location other) {
        return this instanceof Reading(var here) && other instanceof Reading(var there)
                ? here.leftAt(null).equals(there.leftAt(null))
                : equals(other);
    }
}
