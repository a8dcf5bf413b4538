package dev.pharos.app.measure;

import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.LongSound;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.recording.Recorder.Recorded;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.sound.sampled.AudioSystem;

/// `kill -9` at random moments of a transcription, which is started again until it is done, and of
/// recordings, which are recovered.
final class SpeechKills implements Measurement {
    private static final int KILLS = 20;
    private static final int STOPS = 5;
    private static final long SEED = 12;
    private static final long LONGEST_RECORDING_MS = 8_000;

    @Override
    public String title() {
        return "10. kill -9 at %d random moments (seed %d)".formatted(KILLS, SEED);
    }

    @Override
    public List<Figure> run(Bench bench) throws Exception {
        var figures = new ArrayList<Figure>(transcriptions(bench));
        figures.addAll(recordings(bench));
        return figures;
    }

    /// Every second time it is killed a second time before it may end. A run that ended before its
    /// moment does not count.
    private static List<Figure> transcriptions(Bench bench) throws Exception {
        var file = bench.folder().resolve("killed.wav");
        LongSound.write(file, Clip.bundled(), Duration.ofMinutes(10).toMillis(), 1_500, SEED);
        var transcription = new KilledTranscription(bench, file);
        long begin = System.nanoTime();
        var undisturbed = transcription.finished();
        long tookMs = (System.nanoTime() - begin) / 1_000_000;
        var random = new Random(SEED);
        int different = 0;
        while (transcription.kills() < KILLS) {
            boolean killed = transcription.killedWithin(random.nextLong(tookMs));
            if (!killed || transcription.kills() % 2 == 0) {
                different += transcription.finished().equals(undisturbed) ? 0 : 1;
            }
        }
        var seconds = new ArrayList<Double>();
        for (int i = 0; i < STOPS; i++) {
            seconds.add(transcription.secondsToEndAfter(tookMs / 4));
        }
        return List.of(
                Figure.atMost(
                        2,
                        "most seconds from asking it to end to its end",
                        Sample.of(seconds).percentile(100)),
                Figure.of(
                        "windows finished when a kill came, of those recognised again",
                        "%d, %d",
                        transcription.kept(),
                        transcription.again()),
                Figure.atMost(
                        0,
                        "seconds lost of transcriptions, beyond the running window",
                        transcription.lostSeconds()),
                Figure.atMost(0, "processes that outlived a kill", transcription.outlived()),
                Figure.atMost(0, "results unlike the uninterrupted one", different));
    }

    private static List<Figure> recordings(Bench bench) throws Exception {
        var random = new Random(SEED);
        var lostMs = new ArrayList<Double>();
        int wrong = 0;
        for (int i = 0; i < KILLS; i++) {
            var folder = bench.empty("recordings");
            long heard = record(folder, 500 + random.nextLong(LONGEST_RECORDING_MS));
            try (var recorder = new Recorder(new Unplugged(), folder)) {
                var unfinished = recorder.unfinished();
                long kept = 0;
                if (!unfinished.isEmpty()) {
                    var recorded = recorder.recover(unfinished.getFirst());
                    kept = samples(recorded);
                    wrong += kept < 0 ? 1 : 0;
                }
                lostMs.add(1000.0 * (heard - Math.max(0, kept)) / PacedRecording.RATE);
            }
        }
        Bench.tell("lost of each recording, in ms: " + lostMs);
        return List.of(
                Figure.of("median lost of a recording, ms", "%.0f", Sample.of(lostMs).median()),
                Figure.atMost(
                        2_000, "most lost of a recording, ms", Sample.of(lostMs).percentile(100)),
                Figure.atMost(0, "recordings with a wrong sample", wrong));
    }

    /// @return how many samples the microphone had given when it was killed
    private static long record(Path folder, long ms) throws IOException, InterruptedException {
        // a file, because a pipe is closed together with the process, with what is still in it
        var given = folder.resolveSibling("given.txt");
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                PacedRecording.class.getName(),
                                folder.toString())
                        .redirectOutput(given.toFile())
                        .start();
        while (Files.size(given) == 0) {
            Thread.sleep(20);
        }
        Thread.sleep(ms);
        process.destroyForcibly().waitFor();
        var told = Files.readString(given);
        var whole = told.substring(0, told.lastIndexOf('\n')).strip();
        return Long.parseLong(whole.substring(whole.lastIndexOf('\n') + 1));
    }

    /// @return how many there are, or -1 where one is not what the microphone gave
    private static long samples(Recorded recorded) throws Exception {
        try (var sound = AudioSystem.getAudioInputStream(recorded.file().toFile())) {
            var bytes = sound.readAllBytes();
            for (int i = 0; i < bytes.length / 2; i++) {
                int sample = bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8;
                if (sample != PacedRecording.sample(i)) {
                    return -1;
                }
            }
            return bytes.length / 2;
        }
    }

    private record Unplugged() implements Microphone {
        @Override
        public List<Input> inputs() {
            return List.of();
        }

        @Override
        public Capture open(@Nullable String input) {
            throw new IllegalStateException("only recovers");
        }
    }
}
