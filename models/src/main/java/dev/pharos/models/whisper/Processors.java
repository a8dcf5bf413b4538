package dev.pharos.models.whisper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// How many cores this machine has. Two threads of one core share its arithmetic, so only cores
/// count for a recogniser.
final class Processors {

    private static final Path TOPOLOGY = Path.of("/sys/devices/system/cpu");

    private Processors() {}

    /// All cores but one, which stays free for the person at the machine; both where there are two.
    static int suitableThreads() {
        int cores = cores();
        return cores > 2 ? cores - 1 : cores;
    }

    private static int cores() {
        int threads = Runtime.getRuntime().availableProcessors();
        int cores = listed(threads);
        if (cores == 0) {
            boolean mayShare =
                    System.getProperty("os.arch", "").contains("64")
                            && !System.getProperty("os.arch", "").startsWith("aarch");
            cores = mayShare && threads > 2 ? threads / 2 : threads;
        }
        return Math.clamp(cores, 1, threads);
    }

    /// Linux lists for each thread the threads of its core; 0 elsewhere.
    private static int listed(int threads) {
        Set<String> cores = new HashSet<>();
        try {
            for (int i = 0; i < threads; i++) {
                Path siblings = TOPOLOGY.resolve("cpu" + i + "/topology/thread_siblings_list");
                cores.add(Files.readString(siblings));
            }
            return cores.size();
        } catch (IOException _) {
            return 0;
        }
    }
}
