package dev.pharos.app.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// What a piece of work took.
///
/// @param wall seconds on the clock
/// @param cpu seconds of processor time of this process and its children; of those that have ended,
///   where `/proc` tells it
record Clock(double wall, double cpu) {

    /// The kernel's unit in `/proc`, the same on every Linux.
    private static final double TICKS = 100;

    static Clock of(Callable<?> work) throws Exception {
        double cpu = cpuNow();
        long start = System.nanoTime();
        work.call();
        return new Clock((System.nanoTime() - start) / 1e9, cpuNow() - cpu);
    }

    Clock plus(Clock other) {
        return new Clock(wall + other.wall, cpu + other.cpu);
    }

    private static double cpuNow() throws IOException {
        double children = ProcessHandle.current().descendants().mapToDouble(Clock::cpu).sum();
        var stat = Path.of("/proc/self/stat");
        if (!Files.isReadable(stat)) {
            return cpu(ProcessHandle.current()) + children;
        }
        var afterName = Files.readString(stat).replaceFirst(".*\\) ", "").split(" ", -1);
        return Stream.of(afterName).skip(11).limit(4).mapToLong(Long::parseLong).sum() / TICKS
                + children;
    }

    private static double cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }
}
