package dev.pharos.app.measure;

import java.time.Duration;
import java.util.concurrent.Callable;

/// What a piece of work took.
///
/// @param wall seconds on the clock
/// @param cpu seconds of processor time of this whole process
record Clock(double wall, double cpu) {

    static Clock of(Callable<?> work) throws Exception {
        double cpu = cpuNow();
        long start = System.nanoTime();
        work.call();
        return new Clock((System.nanoTime() - start) / 1e9, cpuNow() - cpu);
    }

    Clock plus(Clock other) {
        return new Clock(wall + other.wall, cpu + other.cpu);
    }

    private static double cpuNow() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toNanos)
                        .orElseThrow()
                / 1e9;
    }
}
