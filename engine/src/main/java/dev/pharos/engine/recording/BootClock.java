package dev.pharos.engine.recording;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// The time since some moment in the past. It goes on while the machine sleeps, and nobody sets it:
/// what passes on it and brings no sound is sleep, while a step of the wall clock is none. Only
/// differences mean anything. Any thread.
final class BootClock {
    private static final Path UPTIME = Path.of("/proc/uptime");

    private BootClock() {}

    /// Linux tells the time since it started, sleep included, to the hundredth of a second; the
    /// counter that Windows gives to Java goes on in sleep as well. That of macOS does not: there
    /// the wall clock has to do.
    static InstantSource ofThisMachine() {
        if (Files.isReadable(UPTIME)) {
            return BootClock::uptime;
        }
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
                ? () -> Instant.EPOCH.plusNanos(System.nanoTime())
                : InstantSource.system();
    }

    private static Instant uptime() {
        try {
            var seconds = new BigDecimal(Files.readString(UPTIME).split(" ", 2)[0]);
            return Instant.EPOCH.plusMillis(seconds.movePointRight(3).longValue());
        } catch (IOException | NumberFormatException e) {
            throw new IllegalStateException(UPTIME + " was readable before", e);
        }
    }
}
