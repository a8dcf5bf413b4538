package dev.pharos.ui.transcription;

/// The part of a sound that is in view. Immutable; times in milliseconds.
///
/// @param wholeMs how long the sound is, at least 1
record Stretch(double startMs, double lengthMs, long wholeMs) {
    private static final double SHORTEST_MS = 15_000;

    /// How much of what was in view before still is, after a page was turned.
    private static final double KEPT = 0.1;

    static Stretch whole(long wholeMs) {
        long ms = Math.max(1, wholeMs);
        return new Stretch(0, ms, ms);
    }

    boolean isWhole() {
        return lengthMs >= wholeMs;
    }

    boolean isShortest() {
        return lengthMs <= SHORTEST_MS;
    }

    boolean contains(double ms) {
        return startMs <= ms && ms <= startMs + lengthMs;
    }

    /// So many times nearer; `aroundMs` stays where it is, as far as there is sound beside it.
    Stretch zoomed(double factor, double aroundMs) {
        double length = Math.clamp(lengthMs / factor, Math.min(SHORTEST_MS, wholeMs), wholeMs);
        return from(aroundMs - (aroundMs - startMs) / lengthMs * length, length);
    }

    Stretch moved(double ms) {
        return from(startMs + ms, lengthMs);
    }

    /// As it is where this moment is in view, else with this moment near the left.
    Stretch showing(double ms) {
        return contains(ms) ? this : from(ms - KEPT * lengthMs, lengthMs);
    }

    private Stretch from(double start, double length) {
        return new Stretch(Math.clamp(start, 0, wholeMs - length), length, wholeMs);
    }

    /// @param part 0 at the left, 1 at the right
    double at(double part) {
        return startMs + part * lengthMs;
    }

    /// The way back from [#at].
    double part(double ms) {
        return (ms - startMs) / lengthMs;
    }
}
