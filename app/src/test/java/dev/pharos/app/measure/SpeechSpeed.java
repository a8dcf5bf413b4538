package dev.pharos.app.measure;

import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.LongSound;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// `pharos transcribe` against whisper.cpp's own program with the same model, threads and search,
/// on ten minutes of speech with hardly a gap and with long ones, in turns.
final class SpeechSpeed implements Measurement {
    private static final String PROGRAM = "PHAROS_WHISPER_CPP";
    private static final long TEN_MINUTES = Duration.ofMinutes(10).toMillis();
    private static final int ROUNDS = 3;

    @Override
    public String title() {
        return "7. pharos transcribe against whisper.cpp";
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var program = System.getenv(PROGRAM);
        if (program == null || !Files.isExecutable(Path.of(program))) {
            return List.of(
                    Figure.of(
                            "not measured",
                            "needs whisper.cpp's program of the same version; name it in %s",
                            PROGRAM));
        }
        var figures = new ArrayList<Figure>();
        figures.addAll(measured("without silence", 1.05, 300, program, bench));
        figures.addAll(measured("with silence", 1, 12_000, program, bench));
        return figures;
    }

    private static List<Figure> measured(
            String what, double goal, int gapMs, String program, Bench bench) throws Exception {
        var file = bench.folder().resolve("ten-minutes.wav");
        var sound = LongSound.write(file, Clip.bundled(), TEN_MINUTES, gapMs, 9);
        var threads = String.valueOf(Bench.cores() > 2 ? Bench.cores() - 1 : Bench.cores());
        var wall = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        var pharos = new Launcher(bench);
        for (int round = 0; round <= ROUNDS; round++) {
            var own =
                    Clock.of(() ->
                            done(
                                    pharos.builder(
                                            "transcribe",
                                            "--json",
                                            "--model",
                                            DEMO,
                                            "--language",
                                            "en",
                                            "--threads",
                                            threads,
                                            sound.file().toString())));
            var theirs = Clock.of(() -> done(theirs(program, threads, sound.file(), bench)));
            Bench.tell("%s: %s against %s".formatted(what, own, theirs));
            if (round > 0) { // the first one warms the disk's cache
                wall.add(own.wall() / theirs.wall());
                cpu.add(own.cpu() / theirs.cpu());
                ours.add(TEN_MINUTES / 1000.0 / own.wall());
            }
        }
        return List.of(
                Figure.of(what + ", times real time", "%.0f", Sample.of(ours).median()),
                Figure.atMost(goal, what + ", ratio by the clock", Sample.of(wall).median()),
                Figure.atMost(goal, what + ", ratio by processor time", Sample.of(cpu).median()));
    }

    static final String DEMO = "demo";

    /// Words with times and its own search, of five beams, which is ours too.
    private static ProcessBuilder theirs(String program, String threads, Path file, Bench bench)
            throws Exception {
        var builder =
                new ProcessBuilder(
                        program,
                        "-m",
                        model(bench).toString(),
                        "-l",
                        "en",
                        "-t",
                        threads,
                        "-ml",
                        "1",
                        "-sow",
                        "-np",
                        "-f",
                        file.toString());
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        return builder.redirectErrorStream(true)
                .redirectOutput(bench.folder().resolve("whisper.log").toFile());
    }

    private static Path model(Bench bench) throws Exception {
        try (var wiring = bench.wiring()) {
            return wiring.speechModels().find(DEMO);
        }
    }

    private static int done(ProcessBuilder builder) throws Exception {
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(builder.command() + " ended with " + code);
        }
        return code;
    }
}
