package dev.pharos.ui.control;

import java.util.Locale;

/// Times of a recording as people write them: `0:05`, `12:34`, `1:02:10`.
public final class Clock {
    private static final long HOUR = 3600;

    private Clock() {}

    public static String of(long ms) {
        long seconds = Math.max(0, ms) / 1000;
        return seconds < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        seconds / HOUR,
                        seconds % HOUR / 60,
                        seconds % 60);
    }
}
