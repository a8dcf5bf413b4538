package dev.pharos.app.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Measures what Pharos promises and prints a table: `Measure ROOT [POINT…]`, where ROOT is the
/// checkout. Without points all are measured. Figures of a busy machine say little; ratios say
/// more, because both sides of one take turns.
public final class Measure {
    private static final Map<String, Measurement> POINTS = new LinkedHashMap<>();

    static {
        POINTS.put("embedding", new EmbeddingSpeed());
        POINTS.put("import", new ManyFiles());
        POINTS.put("pdf", new PdfText());
        POINTS.put("search", new SearchSpeed());
        POINTS.put("evaluation", new Evaluation());
        POINTS.put("answer-fit", new AnswerFit());
        POINTS.put("memory", new Memory());
        POINTS.put("switch", new SwitchOfEmbedder());
        POINTS.put("engines", new EngineSpeed());
        POINTS.put("graph", new GraphSpeed());
        POINTS.put("speech-speed-dense", new SpeechSpeed("without silence", 300, 1.05, true));
        POINTS.put("speech-speed-sparse", new SpeechSpeed("with silence", 12_000, 1, true));
        POINTS.put(
                "speech-speed-demo-dense",
                new SpeechSpeed("demo, without silence", 300, 1.05, false));
        POINTS.put(
                "speech-speed-demo-sparse",
                new SpeechSpeed("demo, with silence", 12_000, 1, false));
        POINTS.put("speech-memory", new SpeechMemory());
        POINTS.put("speech-words", new SpeechWords());
        POINTS.put("speech-kills", new SpeechKills());
        POINTS.put("speech-formats", new SpeechFormats());
        POINTS.put("speech-click", new ClickToSound());
        POINTS.put("tour", new TourOfTheWindow());
        POINTS.put("million", new Million());
        POINTS.put("key-to-recording", new KeyToRecording());
        POINTS.put("summary", new SummaryQuality());
        POINTS.put("relationships", new RelationshipQuality());
        POINTS.put("proofs", new ProofQuality());
    }

    private Measure() {}

    static void main(String[] args) throws Exception {
        var wanted = wanted(List.of(args).subList(1, args.length));
        var bench = Bench.in(Path.of(args[0]).toAbsolutePath().normalize());
        IO.println("%s, %s".formatted(LocalDate.now(), machine()));
        for (var point : wanted) {
            print(point, bench);
        }
    }

    private static List<Measurement> wanted(List<String> names) {
        if (!names.stream()
                .allMatch(name -> POINTS.keySet().stream().anyMatch(key -> is(key, name)))) {
            System.err.println("measure: the points are " + String.join(", ", POINTS.keySet()));
            System.exit(2);
        }
        return POINTS.entrySet().stream()
                .filter(point ->
                        names.isEmpty()
                                || names.stream().anyMatch(name -> is(point.getKey(), name)))
                .map(Map.Entry::getValue)
                .toList();
    }

    /// `speech` is short for all that begin with it.
    private static boolean is(String point, String name) {
        return point.equals(name) || point.startsWith(name + "-");
    }

    private static void print(Measurement measurement, Bench bench) throws Exception {
        Bench.tell(measurement.title());
        double before = load();
        var figures = measurement.run(bench);
        IO.println("\n## " + measurement.title());
        IO.println("Load of the machine: %.1f before, %.1f after\n".formatted(before, load()));
        IO.println("| what | value | goal | |\n| --- | ---: | ---: | --- |");
        figures.forEach(figure -> IO.println(figure.row()));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String machine() throws IOException {
        var cpus = Path.of("/proc/cpuinfo");
        var name =
                Files.isReadable(cpus)
                        ? Files.readAllLines(cpus).stream()
                                .filter(line -> line.startsWith("model name"))
                                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                                .findFirst()
                                .orElse("")
                        : "";
        return String.format(
                Locale.ROOT,
                "%d cores, %s, %s %s, Java %s",
                Bench.cores(),
                name,
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.version());
    }
}
