package dev.pharos.models.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Random;

/// The real network on real sound.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SileroVoiceActivityTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path cache;

    private FfmpegAudioDecoder decoder;
    private SileroVoiceActivity voices;

    @BeforeAll
    void open() {
        decoder = new FfmpegAudioDecoder(cache);
        voices = new SileroVoiceActivity(cache);
    }

    @AfterAll
    void close() {
        voices.close();
        decoder.close();
    }

    private float[] speechIn(float[] sound) throws Exception {
        return VoiceActivityComparison.speech(voices, sound);
    }

    @Test
    void silenceAndNoiseAreNotSpeech() throws Exception {
        var sound = new float[16_000 * 8];
        var random = new Random(3);
        for (int i = 16_000 * 4; i < sound.length; i++) {
            sound[i] = (float) random.nextGaussian() / 10;
        }
        assertTrue(VoiceActivityComparison.highest(speechIn(sound)) < 0.5);
    }

    @Test
    void detectorsDoNotDisturbEachOther() throws Exception {
        var sound = new float[16_000];
        var random = new Random(5);
        for (int i = 0; i < sound.length; i++) {
            sound[i] = (float) (Math.sin(i / 20.0) * random.nextDouble());
        }
        var alone = speechIn(sound);
        var together = new float[alone.length];
        try (var other = voices.begin();
                var detector = voices.begin()) {
            for (int i = 0; i < together.length; i++) {
                other.speech(sound, (together.length - 1 - i) * 512);
                together[i] = detector.speech(sound, i * 512);
            }
        }
        assertArrayEquals(alone, together);
    }

    @Test
    void dogThunderAndHornAreNotSpeech() throws Exception {
        for (var file : Sounds.files(Sounds.shared("data/audio/nonspeech"), "*.wav")) {
            var speech = speechIn(Sounds.decoded(decoder, file));
            assertTrue(VoiceActivityComparison.share(speech) < 0.02, file.toString());
        }
    }

    @Test
    void voicesOfManyLanguagesAreSpeechAlsoInNoise() throws Exception {
        for (var folder : new String[] {"stt-en", "stt-multi", "noise-pairs"}) {
            for (var file : Sounds.files(Sounds.shared("data/audio").resolve(folder), "*")) {
                var speech = speechIn(Sounds.decoded(decoder, file));
                assertTrue(VoiceActivityComparison.share(speech) > 0.3, file.toString());
            }
        }
    }
}
