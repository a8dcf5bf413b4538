package dev.pharos.engine.work;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How fast work went lately: what was done in the last half minute. For one thread.
public final class Speed {
    private static final long LATELY = Duration.ofSeconds(30).toNanos();
    private static final long APART = Duration.ofMillis(500).toNanos();
    private static final double NANOS_PER_MILLI = 1e6;

    private record Mark(long nanos, long done) {}

    private final Deque<Mark> marks = new ArrayDeque<>();
    private double speed;

    /// @return units of `done` per millisecond, 0 while there is too little to tell
    public double at(long nanos, long done) {
        if (marks.isEmpty() || nanos - marks.getLast().nanos() >= APART) {
            marks.add(new Mark(nanos, done));
            while (marks.size() > 2 && nanos - marks.getFirst().nanos() > LATELY) {
                marks.remove();
            }
            var first = marks.getFirst();
            double millis = (nanos - first.nanos()) / NANOS_PER_MILLI;
            speed = millis > 0 ? Math.max(0, done - first.done()) / millis : 0;
        }
        return speed;
    }
}
