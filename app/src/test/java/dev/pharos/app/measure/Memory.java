package dev.pharos.app.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Resident memory of the real program: after its start, and the peak of all its processes together
/// during imports.
final class Memory implements Measurement {
    private static final long GOAL = 1_024;
    private static final long WINDOW_SECONDS = 15;
    private static final String HEADLESS =
            "-Djava.awt.headless=false -Dglass.platform=Headless -Dprism.order=sw";

    @Override
    public String title() {
        return "6. Resident memory";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return List.of(Figure.of("not measured", "needs /proc, as Linux has it"));
        }
        var pharos = new Launcher(bench);
        var figures = new ArrayList<Figure>();
        var library = bench.empty("memory");
        figures.add(peak("import of 5,000 short files", pharos, library, shortFiles(bench)));
        figures.add(
                Figure.of(
                        "command `list` on that library, MB",
                        "%d",
                        pharos.run(library, "list").peak()));
        var window = pharos.run(library, WINDOW_SECONDS, HEADLESS, "open");
        figures.add(
                Figure.of(
                        "window on that library after %d s, MB".formatted(WINDOW_SECONDS),
                        window.code() == -1 ? "%d" : "it ended at once (%2$d), see pharos.log",
                        window.last(),
                        window.code()));
        for (var part : List.of("documents", "hostile")) {
            var files = bench.shared(part);
            figures.add(
                    files.isPresent()
                            ? peak(
                                    "import of the " + part + " for tests",
                                    pharos,
                                    bench.empty("memory"),
                                    files.get().resolve("files"))
                            : Bench.lacking(part));
        }
        return figures;
    }

    private static Path shortFiles(Bench bench) throws Exception {
        return MadeText.files(bench, "files", 5_000, 60, 120, 3);
    }

    private static Figure peak(String what, Launcher pharos, Path library, Path files)
            throws Exception {
        var outcome = pharos.run(library, "import", files.toString());
        Bench.tell("%s: %s".formatted(what, outcome));
        return Figure.atMost(
                GOAL,
                "%s, peak MB (main process alone: %d)".formatted(what, outcome.peakOfMain()),
                outcome.peak());
    }
}
