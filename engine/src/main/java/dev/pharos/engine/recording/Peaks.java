package dev.pharos.engine.recording;

import java.io.ByteArrayOutputStream;

/// Makes a [Waveform] of sound that comes by. One thread.
public final class Peaks {
    private static final int SPAN = AudioDecoder.RATE / Waveform.PER_SECOND;
    private static final int FULL = 255;

    private final ByteArrayOutputStream peaks = new ByteArrayOutputStream();
    private float highest;
    private int filled;
    private long samples;

    /// @param sound mono at [AudioDecoder#RATE]; its first `count` samples come next
    public void add(float[] sound, int count) {
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, Math.abs(sound[i]));
            if (++filled == SPAN) {
                end();
            }
        }
        samples += count;
    }

    private void end() {
        peaks.write(Math.round(Math.min(1, highest) * FULL));
        highest = 0;
        filled = 0;
    }

    public long durationMs() {
        return samples * 1_000 / AudioDecoder.RATE;
    }

    /// Of all that came by.
    public Waveform waveform() {
        if (filled > 0) {
            end();
        }
        return new Waveform(Waveform.PER_SECOND, peaks.toByteArray());
    }
}
