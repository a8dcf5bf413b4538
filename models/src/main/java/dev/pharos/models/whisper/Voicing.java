package dev.pharos.models.whisper;

import java.util.Arrays;

/// How loud a piece of sound is, hundredth of a second by hundredth.
///
/// @param loudness root mean square of each frame
/// @param threshold what is louder is taken for voice: between the piece's quiet and loud frames
record Voicing(float[] loudness, float threshold) {

    static final int FRAME_MS = 10;
    private static final int FRAME = 160;

    /// Frames; shorter quiet is a part of many consonants.
    private static final int PAUSE = 10;

    /// Frames; no word is shorter.
    private static final int LEAST = 6;

    private static final float INAUDIBLE = 1e-5f;
    private static final float ABOVE_QUIET = 0.1f;

    static Voicing of(float[] samples) {
        var loudness = new float[samples.length / FRAME];
        for (int f = 0; f < loudness.length; f++) {
            double squares = 0;
            for (int i = f * FRAME; i < (f + 1) * FRAME; i++) {
                squares += samples[i] * samples[i];
            }
            loudness[f] = (float) Math.sqrt(squares / FRAME);
        }
        var sorted = loudness.clone();
        Arrays.sort(sorted);
        float quiet = sorted.length == 0 ? 0 : sorted[sorted.length / 20];
        float loud = sorted.length == 0 ? 0 : sorted[sorted.length - 1 - sorted.length / 20];
        return new Voicing(loudness, quiet + ABOVE_QUIET * (loud - quiet));
    }

    /// Nothing but zeros or next to it, for which whisper.cpp would invent words.
    boolean silent() {
        for (float each : loudness) {
            if (each > INAUDIBLE) {
                return false;
            }
        }
        return true;
    }

    boolean voiced(int frame) {
        return loudness[frame] > threshold;
    }

    long lengthMs() {
        return (long) loudness.length * FRAME_MS;
    }

    /// Where a word begins that is somewhere in a stretch of time: behind the longest pause in it.
    /// Quiet at its end comes after the word, unless next to nothing was said before.
    long onset(long fromMs, long toMs) {
        long onset = fromMs;
        int longest = PAUSE - 1;
        int quiet = 0;
        int said = 0;
        int to = (int) Math.min(toMs / FRAME_MS, loudness.length);
        for (int f = (int) (fromMs / FRAME_MS); f < to; f++) {
            if (!voiced(f)) {
                quiet++;
                continue;
            }
            if (quiet > longest) {
                longest = quiet;
                onset = (long) f * FRAME_MS;
                said = 0;
            }
            quiet = 0;
            said++;
        }
        return quiet > longest && said < LEAST ? (long) to * FRAME_MS : onset;
    }

    /// Where its voice ends.
    long offset(long fromMs, long toMs) {
        int f = (int) Math.min(toMs / FRAME_MS, loudness.length) - 1;
        while (f * FRAME_MS > fromMs && !voiced(f)) {
            f--;
        }
        return Math.clamp((long) (f + 1) * FRAME_MS, fromMs, toMs);
    }

    /// Milliseconds of voice after a moment.
    long msAfter(long ms) {
        long frames = 0;
        for (int f = (int) (ms / FRAME_MS); f < loudness.length; f++) {
            frames += voiced(f) ? 1 : 0;
        }
        return frames * FRAME_MS;
    }
}
