package dev.pharos.models.audio;

import com.google.common.util.concurrent.Uninterruptibles;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// What a child process writes to its error stream: its first lines, and whether any line, however
/// late, was grave. It is read while the process runs, which would stand still before a full pipe.
final class Complaints {

    private static final int KEPT = 200;

    private final BiPredicate<String, String> gravity;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;
    private boolean grave;
    private String before = "";

    private Complaints(BufferedReader errors, BiPredicate<String, String> gravity) {
        this.gravity = gravity;
        reader = Thread.ofVirtual().start(() -> drain(errors));
    }

    static Complaints of(Process process) {
        return of(process, (_, _) -> false);
    }

    /// @param gravity whether a line is grave, told from the line before it and itself
    static Complaints of(Process process, BiPredicate<String, String> gravity) {
        return new Complaints(process.errorReader(StandardCharsets.UTF_8), gravity);
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
        grave |= gravity.test(before, line);
        before = line;
        if (lines.size() < KEPT) {
            lines.add(line);
        }
    }

    /// The first ones. Waits until the process has closed its error stream.
    List<String> lines() {
        Uninterruptibles.joinUninterruptibly(reader);
        synchronized (this) {
            return List.copyOf(lines);
        }
    }

    /// Waits likewise.
    boolean grave() {
        Uninterruptibles.joinUninterruptibly(reader);
        synchronized (this) {
            return grave;
        }
    }
}
