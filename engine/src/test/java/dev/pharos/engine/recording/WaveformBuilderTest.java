package dev.pharos.engine.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class WaveformBuilderTest {

    @Test
    void eachSpanShowsItsLoudestSample() {
        var sound = new float[16_000];
        sound[799] = -0.5f;
        sound[800] = 0.25f;
        sound[15_999] = 3;
        var expected = new byte[20];
        expected[0] = (byte) 128;
        expected[1] = 64;
        expected[19] = (byte) 255;
        assertArrayEquals(expected, of(16_000, sound).peaks());
    }

    @Test
    void aLastSpanThatIsNotFullCounts() {
        var sound = new float[801];
        sound[800] = 1;
        assertArrayEquals(new byte[] {0, (byte) 255}, of(16_000, sound).peaks());
    }

    @Test
    void ofNothingThereIsNothingToSee() {
        assertEquals(0, of(16_000, new float[0]).peaks().length);
    }

    @Test
    void anOddRateDoesNotDrift() {
        assertEquals(20 * 3600, of(11_025 + 7, new float[(11_025 + 7) * 3600]).peaks().length);
    }

    @Test
    void portionsDoNotMatter() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var sound = new float[50_000];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = random.nextFloat(-1, 1);
        }
        var portions = new WaveformBuilder(16_000);
        for (int from = 0; from < sound.length; ) {
            int to = Math.min(sound.length, from + random.nextInt(5_000));
            portions.add(Arrays.copyOfRange(sound, from, to), to - from);
            from = to;
        }
        assertArrayEquals(of(16_000, sound).peaks(), portions.waveform().peaks(), "seed " + seed);
    }

    private static Waveform of(int rate, float[] sound) {
        var builder = new WaveformBuilder(rate);
        builder.add(sound, sound.length);
        return builder.waveform();
    }
}
