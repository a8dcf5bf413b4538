package dev.pharos.models.audio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.pharos.engine.recording.AudioDecoder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Prints how sure versions of the network are of speech, silence and noise beside the checkout.
/// Run with the cache folder and names of weights beside [SileroVoiceActivity] as arguments.
final class VoiceActivityComparison {

    private VoiceActivityComparison() {}

    static void main(String[] arguments) throws Exception {
        var cache = Path.of(arguments[0]);
        try (var decoder = new FfmpegAudioDecoder(cache)) {
            for (var weights : List.of(arguments).subList(1, arguments.length)) {
                try (var voices = new SileroVoiceActivity(cache, weights)) {
                    compare(decoder, voices, weights);
                }
            }
        }
    }

    private static void compare(
            FfmpegAudioDecoder decoder, SileroVoiceActivity voices, String weights)
            throws Exception {
        for (var folder : List.of("nonspeech", "stt-en", "stt-multi", "noise-pairs")) {
            for (var file : Sounds.files(Sounds.shared("data/audio").resolve(folder), "*")) {
                var speech = speech(voices, Sounds.decoded(decoder, file));
                System.out.printf(
                        "%s %s/%s: speech %.2f, highest %.3f%n",
                        weights, folder, file.getFileName(), share(speech), highest(speech));
            }
        }
        var clips = Sounds.shared("speech/clips");
        double least = 1;
        for (var file : Sounds.files(clips, "sentence-*.wav")) {
            least = Math.min(least, share(speech(voices, Sounds.decoded(decoder, file))));
        }
        System.out.printf("%s sentences: least speech %.2f%n", weights, least);
        var words = new ObjectMapper().readTree(clips.resolve("with-silences.json").toFile());
        var speech = speech(voices, Sounds.decoded(decoder, clips.resolve("with-silences.wav")));
        System.out.printf("%s with-silences: %s%n", weights, spans(speech));
        System.out.printf("%s true starts after gaps: %s%n", weights, starts(words.path("words")));
        var sound = Sounds.decoded(decoder, clips.resolve("with-silences.wav"));
        var begun = System.nanoTime();
        speech(voices, sound);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%s: %.0f x real time%n", weights, sound.length / seconds / AudioDecoder.RATE);
    }

    private static List<Long> starts(JsonNode words) {
        var starts = new ArrayList<Long>();
        long before = -10_000;
        for (var word : words) {
            long start = word.path("startMs").asLong();
            if (start - before > 3000) {
                starts.add(start);
            }
            before = start;
        }
        return starts;
    }

    static float[] speech(SileroVoiceActivity voices, float[] sound) throws Exception {
        try (var detector = voices.begin()) {
            var speech = new float[sound.length / detector.frame()];
            for (int i = 0; i < speech.length; i++) {
                speech[i] = detector.speech(sound, i * detector.frame());
            }
            return speech;
        }
    }

    /// Of frames that are more likely speech than not.
    static double share(float[] speech) {
        int above = 0;
        for (float probability : speech) {
            above += probability > 0.5 ? 1 : 0;
        }
        return above / (double) speech.length;
    }

    static double highest(float[] speech) {
        double highest = 0;
        for (float probability : speech) {
            highest = Math.max(highest, probability);
        }
        return highest;
    }

    /// Stretches of speech in milliseconds, with pauses of up to 0.5 s.
    static List<String> spans(float[] speech) {
        var spans = new ArrayList<String>();
        int start = -1;
        int last = -100;
        for (int i = 0; i <= speech.length + 20; i++) {
            boolean on = i < speech.length && speech[i] > 0.5;
            if (on && start < 0) {
                start = i;
            }
            if (on) {
                last = i;
            } else if (start >= 0 && i - last > 16) {
                spans.add(start * 32 + "-" + (last + 1) * 32);
                start = -1;
            }
        }
        return spans;
    }
}
