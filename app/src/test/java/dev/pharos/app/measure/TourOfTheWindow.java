package dev.pharos.app.measure;

import dev.pharos.app.window.Tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The real window on a library of 20,000 items, led through every screen by its keys: how long it
/// keeps somebody waiting, and how much memory it has in the end.
final class TourOfTheWindow implements Measurement {
    private static final double GOAL_MS = 100;
    private static final Pattern PULSE = Pattern.compile("PULSE: \\d+ \\[\\d+ms:(\\d+)ms]");

    @Override
    public String title() {
        return "15. A tour of every screen with 20,000 items";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        Path library;
        try (var wiring = bench.wiring()) {
            library = TourLibrary.in(bench, wiring);
        }
        var log = bench.folder().resolve("tour.log");
        var outcome = Launcher.watched(process(bench, library, log), Long.MAX_VALUE);
        var lines = Files.readAllLines(log);
        if (outcome.code() != 0) {
            return List.of(
                    Figure.of("not measured", "it ended with %d, see tour.log", outcome.code()));
        }
        var figures = new ArrayList<Figure>();
        pulses(lines)
                .forEach((step, millis) ->
                        figures.add(Figure.atMost(GOAL_MS, step + ": longest pulse, ms", millis)));
        for (var line : lines) {
            var cells = line.split("\t");
            if (cells.length == 3) {
                figures.add(
                        Figure.atMost(
                                GOAL_MS,
                                "%s: longest wait, ms (worked at most %s)"
                                        .formatted(cells[0], cells[2]),
                                Long.parseLong(cells[1])));
            }
        }
        figures.add(
                Figure.of("resident at the end, its processes together, MB", "%d", outcome.last()));
        figures.add(
                Figure.of("resident at the end, the window alone, MB", "%d", outcome.lastOfMain()));
        figures.add(Figure.of("most, its processes together, MB", "%d", outcome.peak()));
        return figures;
    }

    /// The window with the flags and classes that the launcher gives it.
    private static ProcessBuilder process(Bench bench, Path library, Path log) throws IOException {
        var target = bench.root().resolve("app/target");
        var home = bench.empty("tour-home");
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:AOTCache=" + target.resolve("pharos.aot"),
                        "-Xmx640m",
                        "-Xlog:disable",
                        "-XX:+UseG1GC",
                        "-XX:MaxGCPauseMillis=30",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dai.djl.offline=true",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djava.awt.headless=true",
                        "-Djavafx.pulseLogger=true",
                        "-cp",
                        "%s:%s/*:%s"
                                .formatted(
                                        target.resolve("pharos.jar"),
                                        target.resolve("lib"),
                                        target.resolve("test-classes")),
                        Tour.class.getName(),
                        home.toString(),
                        library.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
    }

    private static Map<String, Long> pulses(List<String> lines) {
        var longest = new LinkedHashMap<String, Long>();
        String step = "";
        for (var line : lines) {
            int at = line.indexOf(Tour.STEP);
            if (at >= 0) {
                step = line.substring(at + Tour.STEP.length());
            }
            var pulse = PULSE.matcher(line);
            if (!step.isEmpty() && pulse.find()) {
                longest.merge(step, Long.valueOf(pulse.group(1)), Math::max);
            }
        }
        return longest;
    }
}
