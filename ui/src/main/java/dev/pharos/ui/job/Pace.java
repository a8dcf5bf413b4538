package dev.pharos.ui.job;

import dev.pharos.engine.work.Speed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How long a piece of work still takes, at the speed that it lately had.
public final class Pace {
    private final LongSupplier nanos;
    private final Speed speed = new Speed();

    /// @param nanos a clock
    public Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Null while nobody knows.
    public @Nullable Duration left(long done, long total) {
        double perMilli = speed.at(nanos.getAsLong(), done);
        return perMilli > 0 && total > 0
                ? Duration.ofMillis((long) (Math.max(0, total - done) / perMilli))
                : null;
    }
}
