package dev.pharos.models.shelf;

import java.time.Duration;

/// How long a download puts up with a server.
///
/// @param silence without a byte, after which a connection is given up and taken anew
/// @param pause before the first new try; each further one waits twice as long
/// @param tries in a row that bring nothing, before it ends
/// @param longest that a server may ask to wait
record Patience(Duration silence, Duration pause, int tries, Duration longest) {

    static final Patience USUAL =
            new Patience(Duration.ofSeconds(30), Duration.ofMillis(500), 5, Duration.ofMinutes(2));

    /// @param failures so far, at least 1
    Duration before(int failures) {
        return pause.multipliedBy(1L << Math.min(failures - 1, 16));
    }
}
