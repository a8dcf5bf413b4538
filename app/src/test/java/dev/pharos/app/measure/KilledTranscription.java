package dev.pharos.app.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// `pharos transcribe` of one file, killed and started again, watched from outside: a window that
/// was finished when a kill came is lost if a later run writes it anew.
final class KilledTranscription {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TO_DIE = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 20;

    private final Launcher pharos;
    private final Path windows;
    private final String[] line;
    private final Map<Path, FileTime> finished = new HashMap<>();
    private final Set<Path> lost = new HashSet<>();
    private int kills;
    private int kept;
    private int again;
    private int outlived;
    private double lostSeconds;

    KilledTranscription(Bench bench, Path file) throws IOException {
        pharos = new Launcher(bench);
        var home = bench.empty("home"); // or an earlier run that was stopped would be gone on with
        windows = home.resolve("pharos/transcriptions");
        line =
                new String[] {
                    "transcribe",
                    "--json",
                    "--model",
                    SpeechSpeed.DEMO,
                    "--language",
                    "en",
                    file.toString()
                };
    }

    /// Starts it and kills it.
    ///
    /// @return whether it still ran
    boolean killedWithin(long ms) throws IOException, InterruptedException {
        var process = pharos.builder(line).start();
        long end = System.nanoTime() + Duration.ofMillis(ms).toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            watch();
            process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        var children = process.descendants().toList();
        boolean running = process.isAlive();
        process.destroyForcibly().waitFor();
        if (running) {
            kills++;
            watch();
            kept += finished.size();
            Bench.tell("kill %d after %d ms, %d windows".formatted(kills, ms, finished.size()));
        }
        outlived += outliving(children);
        if (!running) {
            forget();
        }
        return running;
    }

    /// Runs it to its end.
    JsonNode finished() throws IOException, InterruptedException {
        var process = pharos.builder(line).start();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            watch();
        }
        forget();
        return JSON.readTree(pharos.printed());
    }

    /// Starts it and asks it to end, as a closing terminal does.
    ///
    /// @return seconds until it has ended
    double secondsToEndAfter(long ms) throws IOException, InterruptedException {
        var process = pharos.builder(line).start();
        process.waitFor(ms, TimeUnit.MILLISECONDS);
        long asked = System.nanoTime();
        process.toHandle().destroy();
        process.waitFor();
        return (System.nanoTime() - asked) / 1e9;
    }

    private static int outliving(List<ProcessHandle> children) throws InterruptedException {
        long end = System.nanoTime() + TO_DIE.toNanos();
        while (children.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
        }
        return (int) children.stream().filter(ProcessHandle::isAlive).count();
    }

    private void forget() {
        finished.clear();
        lost.clear();
    }

    /// Notes which windows are finished, and which of them for the second time.
    private void watch() throws IOException {
        if (!Files.isDirectory(windows)) {
            return;
        }
        try (var files = Files.walk(windows)) {
            for (var file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                note(file);
            }
        } catch (NoSuchFileException | UncheckedIOException _) {
            // the end was reached, and they have just been cleared away
        }
    }

    private void note(Path window) throws IOException {
        var written = Files.getLastModifiedTime(window);
        var before = finished.putIfAbsent(window, written);
        if (before != null && !before.equals(written) && lost.add(window)) {
            again++;
            for (var segment : JSON.readTree(window.toFile()).get("segments")) {
                lostSeconds +=
                        (segment.get("endMs").asLong() - segment.get("startMs").asLong()) / 1e3;
            }
        }
    }

    int kills() {
        return kills;
    }

    /// Windows that were finished when a kill came, of all kills.
    int kept() {
        return kept;
    }

    /// How many of them were recognised again.
    int again() {
        return again;
    }

    /// Of sound in them.
    double lostSeconds() {
        return lostSeconds;
    }

    /// Processes that were still there long after their parent.
    int outlived() {
        return outlived;
    }
}
