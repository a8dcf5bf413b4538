package dev.pharos.models.whisper;

import java.util.Arrays;

/// How loud a piece of sound is, hundredth of a second by hundredth.
///
/// @param loudness root mean square of each frame
/// @param threshold what is louder is taken for voice: between the piece's quiet and loud frames
record Voicing(float[] loudness, float threshold) {

    static final int FRAME_MS = 10;
    private static final int FRAME = 160;
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

    /// Milliseconds of voice after a moment.
    long msAfter(long ms) {
        long frames = 0;
        for (int f = (int) (ms / FRAME_MS); f < loudness.length; f++) {
            frames += voiced(f) ? 1 : 0;
        }
        return frames * FRAME_MS;
    }
}
