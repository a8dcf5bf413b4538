package dev.pharos.models.whisper;

import dev.pharos.engine.model.DeviceSettings;
import dev.pharos.engine.transcription.SpeechToText;
import dev.pharos.engine.transcription.SpeechToText.Options;
import dev.pharos.engine.work.Progress;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Prints wall and CPU time, both processes', that a long recording takes, cut at its quietest
/// moments into windows of 25 to 30 s. Run `main` with a model, a WAV file and a number of threads.
final class RecognitionSpeed {

    private static final int FRAME = 160;
    private static final int SHORTEST = 25 * 16_000;

    private RecognitionSpeed() {}

    static void main(String[] args) throws Exception {
        var cache = Path.of(System.getProperty("java.io.tmpdir"), "pharos-measuring");
        var options = new Options(Path.of(args[0]), "en", false, null, Integer.parseInt(args[2]));
        var windows = windows(Clip.samples(Path.of(args[1])));
        long start = System.nanoTime();
        try (var speech = new WhisperSpeechToText(cache, () -> DeviceSettings.DEFAULT)) {
            int words = 0;
            for (float[] window : windows) {
                var heard = speech.recognise(window, options, Progress.NONE);
                words += heard.segments().stream().mapToInt(each -> each.words().size()).sum();
            }
            var running = speech.running();
            var child = running == null ? null : ProcessHandle.of(running.pid()).orElse(null);
            System.out.printf(
                    "%d windows, %d words, wall %.2f s, CPU %.2f s + %.2f s%n",
                    windows.size(),
                    words,
                    (System.nanoTime() - start) / 1e9,
                    seconds(child == null ? ProcessHandle.current() : child),
                    seconds(ProcessHandle.current()));
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
