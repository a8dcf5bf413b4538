package dev.pharos.engine.recording;

import java.util.Arrays;

/// How loud sound is at the moment, over its last tenth of a second. For one thread.
final class LevelMeter {

    /// A sound that varies less than this, of 65,536 steps, is none: about -78 dB of full scale. A
    /// muted or unplugged input gives zeros, a constant, or a flicker of the last bit.
    private static final int SIGNAL = 8;

    private final short[] window;
    private int at;
    private long silent;

    LevelMeter(int rate) {
        window = new short[Math.max(1, rate / 10)];
    }

    void add(short[] samples, int count) {
        for (int i = 0; i < count; i++) {
            window[at] = samples[i];
            at = (at + 1) % window.length;
        }
        silent = highest() - lowest() >= SIGNAL ? 0 : silent + count;
    }

    /// The peak as a fraction of full scale.
    double level() {
        return Math.max(highest(), -lowest()) / 32_768.0;
    }

    /// For how many samples there was no signal.
    long silentSamples() {
        return silent;
    }

    void clear() {
        Arrays.fill(window, (short) 0);
        silent = 0;
    }

    private int highest() {
        int highest = Short.MIN_VALUE;
        for (short sample : window) {
            highest = Math.max(highest, sample);
        }
        return highest;
    }

    private int lowest() {
        int lowest = Short.MAX_VALUE;
        for (short sample : window) {
            lowest = Math.min(lowest, sample);
        }
        return lowest;
    }
}
