package dev.pharos.models.audio;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The first lines that a child process writes to its error stream. They are read while it runs, as
/// it would stand still before a full pipe.
final class Complaints {

    private static final int KEPT = 200;

    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    private Complaints(BufferedReader errors) {
        reader = Thread.ofVirtual().start(() -> drain(errors));
    }

    static Complaints of(Process process) {
        return new Complaints(process.errorReader(StandardCharsets.UTF_8));
    }

    private void drain(BufferedReader errors) {
        try (errors) {
            errors.lines()
                    // what glibc says of a stand-in, see FfmpegProgram
                    .filter(line -> !line.contains("no version information available"))
                    .forEach(this::keep);
        } catch (IOException | UncheckedIOException _) {
            return; // the process was killed
        }
    }

    private synchronized void keep(String line) {
        if (lines.size() < KEPT) {
            lines.add(line);
        }
    }

    /// Waits until the process has closed its error stream.
    List<String> lines() {
        boolean interrupted = false;
        while (true) {
            try {
                reader.join();
                break;
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return List.copyOf(lines);
        }
    }
}
