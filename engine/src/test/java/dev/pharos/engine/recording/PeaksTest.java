package dev.pharos.engine.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

class PeaksTest {

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
        assertArrayEquals(expected, of(sound).peaks());
    }

    @Test
    void aLastSpanThatIsNotFullCounts() {
        var sound = new float[801];
        sound[800] = 1;
        assertArrayEquals(new byte[] {0, (byte) 255}, of(sound).peaks());
    }

    @Test
    void ofNothingThereIsNothingToSee() {
        assertEquals(0, of(new float[0]).peaks().length);
    }

    @Test
    void portionsDoNotMatter() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var sound = new float[50_000];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = random.nextFloat(-1, 1);
        }
        var portions = new Peaks();
        for (int from = 0; from < sound.length; ) {
            int to = Math.min(sound.length, from + random.nextInt(5_000));
            portions.add(Arrays.copyOfRange(sound, from, to), to - from);
            from = to;
        }
        assertArrayEquals(of(sound).peaks(), portions.waveform().peaks(), "seed " + seed);
    }

    private static Waveform of(float[] sound) {
        var peaks = new Peaks();
        peaks.add(sound, sound.length);
        return peaks.waveform();
    }
}
