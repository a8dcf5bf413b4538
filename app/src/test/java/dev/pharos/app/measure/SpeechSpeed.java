package dev.pharos.app.measure;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.LongSound;
import dev.pharos.models.whisper.RandomModel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// `pharos transcribe` against whisper.cpp's own program with the same model, threads and search,
/// on ten minutes of speech with hardly a gap or with long ones, in turns. Either with the demo's
/// model, which is small and hears eight seconds at a time, or with one of the size of `base.en`,
/// whose weights are chance and which says as many words as are spoken.
///
/// @param what as it is called in the table
/// @param gapMs silence between two clips
/// @param goal for both ratios
/// @param trueSize not the demo's model
record SpeechSpeed(String what, int gapMs, double goal, boolean trueSize) implements Measurement {
    static final String DEMO = "demo";

    private static final String PROGRAM = "PHAROS_WHISPER_CPP";
    private static final long TEN_MINUTES = Duration.ofMinutes(10).toMillis();
    private static final int HALF_MINUTES = 20;
    private static final int ROUNDS = 3;
    private static final double TOKENS_PER_WORD = 4 / 3.0;

    @Override
    public String title() {
        return "7. pharos transcribe against whisper.cpp: " + what;
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
        var file = bench.folder().resolve("ten-minutes.wav");
        var sound = LongSound.write(file, Clip.bundled(), TEN_MINUTES, gapMs, 9);
        if (trueSize) {
            return compared(evened(sound, program, bench));
        }
        var demo = model(bench);
        var contest = new Contest(bench, program, file, demo, demo, false);
        contest.ours(); // so that all is unpacked
        return compared(contest);
    }

    /// Both sides decode as many tokens as the words in the sound would have, in as many windows as
    /// each makes of it.
    private static Contest evened(LongSound sound, String program, Bench bench) throws Exception {
        int tokens = (int) (sound.words().size() * TOKENS_PER_WORD);
        var theirs = reciter(tokens / HALF_MINUTES, bench);
        var trial = new Contest(bench, program, sound.file(), theirs, theirs, true);
        trial.ours();
        int windows = trial.words() / (tokens / HALF_MINUTES);
        var ours = reciter(tokens / windows, bench);
        Bench.tell("%d windows of ours, %d of theirs".formatted(windows, HALF_MINUTES));
        return new Contest(bench, program, sound.file(), ours, theirs, true);
    }

    private List<Figure> compared(Contest contest) throws Exception {
        var wall = new ArrayList<Double>();
        var cpu = new ArrayList<Double>();
        var pace = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var ours = Clock.of(contest::ours);
            var theirs = Clock.of(contest::theirs);
            Bench.tell("%s against %s".formatted(ours, theirs));
            Bench.tell("words: %d, %d".formatted(contest.words(), contest.theirWords()));
            wall.add(ours.wall() / theirs.wall());
            cpu.add(ours.cpu() / theirs.cpu());
            pace.add(TEN_MINUTES / 1000.0 / ours.wall());
        }
        return List.of(
                Figure.of("times real time", "%.0f", Sample.of(pace).median()),
                Figure.atMost(goal, "ratio by the clock", Sample.of(wall).median()),
                Figure.atMost(goal, "ratio by processor time", Sample.of(cpu).median()));
    }

    private static Path model(Bench bench) throws Exception {
        try (var wiring = bench.wiring()) {
            return wiring.speechModels().find(DEMO);
        }
    }

    /// Is made once and kept.
    private static Path reciter(int words, Bench bench) throws IOException {
        var file = bench.folder().resolve("ggml-reciter-%d.bin".formatted(words));
        if (!Files.exists(file)) {
            var fresh = RandomModel.reciter(words, file.resolveSibling("reciter.new"));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /// The two sides on one sound.
    ///
    /// @param forgetful whether their program forgets what it wrote before, as ours always does
    private record Contest(
            Bench bench,
            String program,
            Path sound,
            Path ourModel,
            Path theirModel,
            boolean forgetful) {

        private static String threads() {
            return String.valueOf(Bench.cores() > 2 ? Bench.cores() - 1 : Bench.cores());
        }

        int ours() throws Exception {
            return done(
                    new Launcher(bench)
                            .builder(
                                    "transcribe",
                                    "--json",
                                    "--model",
                                    ourModel.toString(),
                                    "--language",
                                    "en",
                                    "--threads",
                                    threads(),
                                    sound.toString()));
        }

        /// Words with times and its own search, of five beams, which is ours too.
        int theirs() throws Exception {
            var builder =
                    new ProcessBuilder(
                            program,
                            "-m",
                            theirModel.toString(),
                            "-l",
                            "en",
                            "-t",
                            threads(),
                            "-ml",
                            "1",
                            "-sow",
                            "-np",
                            "-f",
                            sound.toString());
            if (forgetful) {
                builder.command().addAll(List.of("-mc", "0"));
            }
            builder.environment().put("OMP_WAIT_POLICY", "passive");
            return done(builder.redirectErrorStream(true).redirectOutput(log().toFile()));
        }

        private Path log() {
            return bench.folder().resolve("whisper.log");
        }

        /// That ours heard.
        int words() throws IOException {
            int words = 0;
            for (var segment :
                    new ObjectMapper().readTree(new Launcher(bench).printed()).get("segments")) {
                words += segment.get("words").size();
            }
            return words;
        }

        /// That theirs wrote, one a line.
        long theirWords() throws IOException {
            try (var lines = Files.lines(log())) {
                return lines.filter(line -> line.matches("\\[.*] .*\\S.*")).count();
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
}
