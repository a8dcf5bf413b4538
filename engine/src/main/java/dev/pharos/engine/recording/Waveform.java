package dev.pharos.engine.recording;

/// How loud a piece of sound is over time, for drawing it.
///
/// @param perSecond how many peaks stand for a second
/// @param peaks 0 to 255 of full scale, one a span
public record Waveform(int perSecond, byte[] peaks) {
    public static final int PER_SECOND = 20;

    /// The peak of a span as a fraction of full scale.
    public double at(int index) {
        return Byte.toUnsignedInt(peaks[index]) / 255.0;
    }
}
