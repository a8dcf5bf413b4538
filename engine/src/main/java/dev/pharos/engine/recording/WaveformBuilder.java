package dev.pharos.engine.recording;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// Draws a [Waveform] from samples as they come, in any portions; the same sound gives the same
/// waveform. Memory grows by [Waveform#PER_SECOND] bytes a second of sound. For one thread.
public final class WaveformBuilder {
    private final int rate;
    private final ByteArrayOutputStream peaks = new ByteArrayOutputStream();
    private long samples;
    private long spanEnd;
    private float peak;

    /// @param rate samples a second, at least [Waveform#PER_SECOND]
    public WaveformBuilder(int rate) {
        if (rate < Waveform.PER_SECOND) {
            throw new IllegalArgumentException(rate + " samples a second");
        }
        this.rate = rate;
        spanEnd = endOf(0);
    }

    /// @param sound holds the next samples from 0 on, each from -1 to 1; louder counts as 1
    public void add(float[] sound, int count) {
        for (int i = 0; i < count; i++) {
            peak = Math.max(peak, Math.abs(sound[i]));
            if (++samples == spanEnd) {
                peaks.write(asByte());
                peak = 0;
                spanEnd = endOf(peaks.size());
            }
        }
    }

    /// What was added so far; a last span that is not full yet counts as one.
    public Waveform waveform() {
        var bytes = peaks.toByteArray();
        if (samples > endOf(bytes.length - 1)) {
            bytes = Arrays.copyOf(bytes, bytes.length + 1);
            bytes[bytes.length - 1] = (byte) asByte();
        }
        return new Waveform(Waveform.PER_SECOND, bytes);
    }

    /// Spans of a rate that cannot be divided differ by a sample, so that none drifts.
    private long endOf(int span) {
        return (span + 1L) * rate / Waveform.PER_SECOND;
    }

    private int asByte() {
        return Math.round(Math.min(1, peak) * 255);
    }
}
