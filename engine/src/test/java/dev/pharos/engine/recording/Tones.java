package dev.pharos.engine.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Sound of which each sample is known, and how others read it back.
final class Tones {

    private Tones() {}

    /// The sample at a place of a noise that never repeats within hours.
    static short sample(long index) {
        long mixed = (index + 1) * 0x9E37_79B9_7F4A_7C15L;
        return (short) ((mixed ^ mixed >>> 29) >>> 20);
    }

    static short[] noise(long from, int count) {
        var samples = new short[count];
        for (int i = 0; i < count; i++) {
            samples[i] = sample(from + i);
        }
        return samples;
    }

    /// The samples as Java's own reader of WAV files sees them.
    static short[] read(Path file) throws IOException {
        try (var in =
                AudioSystem.getAudioInputStream(
                        new BufferedInputStream(Files.newInputStream(file)))) {
            var bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            var samples = new short[bytes.remaining() / 2];
            bytes.asShortBuffer().get(samples);
            return samples;
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(e);
        }
    }
}
