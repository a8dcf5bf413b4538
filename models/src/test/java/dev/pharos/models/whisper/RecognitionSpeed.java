package dev.pharos.models.whisper;

import dev.pharos.engine.model.DeviceChoice;
import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.transcription.SpeechToText.Options;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Prints how many times faster than it is heard a long recording is recognised, cut at its
/// quietest moments into windows of 25 to 30 s, and the CPU time that takes, by the bundled build
/// and by each that is plugged in, in turns. Run `main` with a model, a WAV file, a number of
/// threads and any number of folders; a model that does not exist is made, of the size of `base.en`
/// and with weights by chance.
final class RecognitionSpeed {

    private static final int ROUNDS = 3;
    private static final int WORDS = 75;
    private static final int FRAME = 160;
    private static final int SHORTEST = 25 * 16_000;

    private RecognitionSpeed() {}

    static void main(String[] args) throws Exception {
        Path model = Path.of(args[0]);
        if (Files.notExists(model)) {
            RandomModel.reciter(WORDS, model);
        }
        var options = new Options(model, "en", false, null, Integer.parseInt(args[2]));
        var sound = Clip.samples(Path.of(args[1]));
        for (int round = 0; round < ROUNDS; round++) {
            measure(null, options, sound);
            for (String folder : List.of(args).subList(3, args.length)) {
                measure(folder, options, sound);
            }
        }
    }

    private static void measure(@Nullable String folder, Options options, float[] sound)
            throws ProblemException {
        var cache = Path.of(System.getProperty("java.io.tmpdir"), "pharos-measuring");
        var settings = new DeviceSettings(DeviceChoice.AUTO, DeviceChoice.AUTO, folder);
        try (var speech = new WhisperSpeechToText(cache, () -> settings)) {
            var heard = speech.recognise(new float[0], options, Progress.NONE);
            int words = 0;
            long start = System.nanoTime();
            for (float[] window : windows(sound)) {
                heard = speech.recognise(window, options, Progress.NONE);
                words += heard.segments().stream().mapToInt(each -> each.words().size()).sum();
            }
            double wall = (System.nanoTime() - start) / 1e9;
            var running = speech.running();
            var child = running == null ? null : ProcessHandle.of(running.pid()).orElse(null);
            System.out.printf(
                    "%s on %s: %d words, %.2f x real time, CPU %.2f s%n",
                    folder == null ? "bundled" : folder,
                    heard.device(),
                    words,
                    sound.length / 16_000.0 / wall,
                    seconds(child == null ? ProcessHandle.current() : child));
        }
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    static List<float[]> windows(float[] samples) {
        var loudness = Voicing.of(samples).loudness();
        var windows = new ArrayList<float[]>();
        int at = 0;
        while (samples.length - at > SpeechToText.LONGEST) {
            int cut = (at + SHORTEST) / FRAME;
            for (int f = cut; f < (at + SpeechToText.LONGEST) / FRAME; f++) {
                cut = loudness[f] < loudness[cut] ? f : cut;
            }
            windows.add(Arrays.copyOfRange(samples, at, cut * FRAME));
            at = cut * FRAME;
        }
        windows.add(Arrays.copyOfRange(samples, at, samples.length));
        return windows;
    }
}
