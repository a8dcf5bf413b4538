package dev.pharos.models.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/// Four sentences, synthesized, which come with the program.
///
/// @param samples mono, 16,000 a second
record SpokenClip(float[] samples) {

    private static final int WAV_HEADER = 44;
    private static final int RATE = 16_000;

    static SpokenClip read() {
        try (var wav = Objects.requireNonNull(SpokenClip.class.getResourceAsStream("spoken.wav"))) {
            wav.skipNBytes(WAV_HEADER);
            var shorts =
                    ByteBuffer.wrap(wav.readAllBytes())
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asShortBuffer();
            var samples = new float[shorts.remaining()];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = shorts.get(i) / 32_768f;
            }
            return new SpokenClip(samples);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double seconds() {
        return (double) samples.length / RATE;
    }
}
