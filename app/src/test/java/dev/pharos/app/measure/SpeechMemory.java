package dev.pharos.app.measure;

import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.LongSound;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Resident memory of `pharos transcribe` and its children over ten minutes and over three hours of
/// sound.
final class SpeechMemory implements Measurement {
    private static final int GAP_MS = 6_000;

    @Override
    public String title() {
        return "8. Memory over a three-hour file";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return List.of(Figure.of("not measured", "needs /proc, as Linux has it"));
        }
        var few = peak(bench, Duration.ofMinutes(10));
        var many = peak(bench, Duration.ofHours(3));
        return List.of(
                Figure.of("ten minutes, peak MB of all processes", "%d", few.peak()),
                Figure.of("three hours, peak MB of all processes", "%d", many.peak()),
                Figure.of("three hours, peak MB of the main process", "%d", many.peakOfMain()),
                Figure.atMost(1.1, "ratio", (double) many.peak() / few.peak()));
    }

    private static Launcher.Outcome peak(Bench bench, Duration length) throws Exception {
        var file = bench.folder().resolve("hours.wav");
        LongSound.write(file, Clip.bundled(), length.toMillis(), GAP_MS, 10);
        var outcome =
                new Launcher(bench)
                        .run(
                                bench.folder().resolve("none"),
                                "transcribe",
                                "--json",
                                "--model",
                                SpeechSpeed.DEMO,
                                "--language",
                                "en",
                                file.toString());
        Bench.tell("%s: %s".formatted(length, outcome));
        Files.delete(file);
        return outcome;
    }
}
