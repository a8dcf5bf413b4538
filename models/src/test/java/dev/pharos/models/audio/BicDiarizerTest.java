package dev.pharos.models.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.recording.AudioStream;
import dev.pharos.engine.transcription.Diarizer;
import dev.pharos.engine.transcription.Diarizer.Span;
import dev.pharos.engine.transcription.Diarizer.Turn;
import dev.pharos.engine.work.Cancelled;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

/// Voices made of pulses and resonances here, and real ones beside the checkout.
class BicDiarizerTest {

    private static final int RATE = 16_000;

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path cache;

    private final Diarizer diarizer = new BicDiarizer();

    /// A throat that babbles: `speakers` in turn for three seconds each, a pause after each.
    private static float[] talk(int... speakers) {
        var random = new Random(11);
        var sound = new float[speakers.length * 4 * RATE];
        for (int turn = 0; turn < speakers.length; turn++) {
            babble(random, speakers[turn], sound, turn * 4 * RATE, 3 * RATE);
        }
        return sound;
    }

    private static void babble(Random random, int speaker, float[] sound, int from, int length) {
        double pitch = 105 + 60 * speaker;
        double size = 1 + 0.15 * speaker;
        double[] formants = {500, 1500, 2500, 3500};
        var resonators = new double[formants.length][2];
        double phase = 0;
        for (int i = 0; i < length; i++) {
            if (i % (RATE / 8) == 0) { // another vowel
                formants[0] = 300 + 500 * random.nextDouble();
                formants[1] = 900 + 1300 * random.nextDouble();
            }
            phase += pitch * (1 + 0.1 * Math.sin(i / 4000.0)) / RATE;
            double source = 0.01 * random.nextGaussian();
            if (phase >= 1) {
                phase -= 1;
                source += 1;
            }
            double out = 0;
            for (int f = 0; f < formants.length; f++) {
                out += resonate(resonators[f], source, formants[f] * size);
            }
            sound[from + i] = (float) (out / 30);
        }
    }

    private static double resonate(double[] state, double source, double frequency) {
        double radius = Math.exp(-Math.PI * 90 / RATE);
        double out =
                source
                        + 2 * radius * Math.cos(2 * Math.PI * frequency / RATE) * state[0]
                        - radius * radius * state[1];
        state[1] = state[0];
        state[0] = out;
        return out;
    }

    private static List<Span> spans(int turns) {
        var spans = new ArrayList<Span>();
        for (int turn = 0; turn < turns; turn++) {
            spans.add(new Span(turn * 4000L, turn * 4000L + 3000));
        }
        return spans;
    }

    private static AudioStream stream(float[] sound) {
        return new AudioStream() {
            private int at;

            @Override
            public int read(float[] samples) {
                int n = Math.min(Math.min(samples.length, 1 + at % 3000), sound.length - at);
                System.arraycopy(sound, at, samples, 0, n);
                at += n;
                return n == 0 ? -1 : n;
            }

            @Override
            public boolean complete() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void twoVoicesInTurnAreToldApart() throws Exception {
        var turns = diarizer.turns(stream(talk(1, 0, 0, 1, 0, 1)), spans(6), Progress.NONE);
        assertEquals(
                List.of(
                        new Turn(0, 3000, 0),
                        new Turn(4000, 7000, 1),
                        new Turn(8000, 11000, 1),
                        new Turn(12000, 15000, 0),
                        new Turn(16000, 19000, 1),
                        new Turn(20000, 23000, 0)),
                turns);
    }

    @Test
    void oneVoiceStaysOne() throws Exception {
        var turns = diarizer.turns(stream(talk(new int[20])), spans(20), Progress.NONE);
        assertEquals(20, turns.size());
        assertTrue(turns.stream().allMatch(turn -> turn.speaker() == 0));
    }

    @Test
    void withoutSpeechThereIsNoTurn() throws Exception {
        assertEquals(List.of(), diarizer.turns(stream(new float[RATE]), List.of(), Progress.NONE));
    }

    @Test
    void speechThatIsSilentIsSomebodys() throws Exception {
        assertEquals(
                List.of(new Turn(100, 900, 0)),
                diarizer.turns(
                        stream(new float[RATE]), List.of(new Span(100, 900)), Progress.NONE));
    }

    @Test
    void cancellingEndsIt() {
        assertThrows(
                CancellationException.class,
                () -> diarizer.turns(stream(talk(0)), spans(1), new Cancelled()));
    }

    @Test
    void twoPartyTalkIsMostlyRight() throws Exception {
        var file = Sounds.shared("data/audio/diarization").resolve("sample.wav");
        try (var decoder = new FfmpegAudioDecoder(cache);
                var voices = new SileroVoiceActivity(cache)) {
            var speech = DiarizationError.speech(voices, Sounds.decoded(decoder, file));
            var turns = DiarizationError.turns(decoder, diarizer, file, speech);
            var score = DiarizationError.score(DiarizationError.reference(file), turns);
            assertTrue(score.rate() < 0.15, score.toString());
        }
    }

    @Test
    void threeInTurnAreThree() throws Exception {
        var file = Sounds.shared("data/audio/diarization").resolve("falcon_test.wav");
        try (var decoder = new FfmpegAudioDecoder(cache)) {
            var reference = DiarizationError.reference(file);
            var speech =
                    reference.stream().map(turn -> new Span(turn.startMs(), turn.endMs())).toList();
            var turns = DiarizationError.turns(decoder, diarizer, file, speech);
            assertEquals(reference, turns);
        }
    }

    @Test
    void oneReaderStaysOne() throws Exception {
        var file = Sounds.shared("data/audio/stt-en").resolve("sonnet003.mp3");
        try (var decoder = new FfmpegAudioDecoder(cache);
                var voices = new SileroVoiceActivity(cache)) {
            var speech = DiarizationError.speech(voices, Sounds.decoded(decoder, file));
            var turns = DiarizationError.turns(decoder, diarizer, file, speech);
            assertTrue(turns.stream().allMatch(turn -> turn.speaker() == 0), turns.toString());
        }
    }
}
