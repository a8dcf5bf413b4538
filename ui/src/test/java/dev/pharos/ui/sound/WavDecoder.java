package dev.pharos.ui.sound;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.AudioInfo;
import dev.pharos.engine.recording.AudioStream;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads 16-bit mono WAV files with the plain header of 44 bytes, whatever their rate.
public final class WavDecoder implements AudioDecoder {
    private static final int HEADER = 44;

    @Override
    public boolean looksLikeSound(Path file, Path name) {
        return name.toString().endsWith(".wav");
    }

    @Override
    public AudioInfo info(Path file, Path name) throws ProblemException {
        try (var in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(24);
            int rate = Integer.reverseBytes(in.readInt());
            long ms = (Files.size(file) - HEADER) * 1000 / 2 / rate;
            return new AudioInfo("audio/wav", "pcm", ms, rate, 1, null, null, false);
        } catch (IOException e) {
            throw new ProblemException(new Problem.DamagedFile(name), e);
        }
    }

    @Override
    public AudioStream open(Path file, Path name) throws ProblemException {
        int step = RATE / info(file, name).sampleRate();
        try {
            var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            in.skipNBytes(HEADER);
            return new Wav(in, step);
        } catch (IOException e) {
            throw new ProblemException(new Problem.DamagedFile(name), e);
        }
    }

    private record Wav(InputStream in, int step) implements AudioStream {
        @Override
        public int read(float[] samples) {
            try {
                int wanted = samples.length / step;
                byte[] bytes = in.readNBytes(wanted * 2);
                for (int i = 0; i < bytes.length / 2 * step; i++) {
                    int at = i / step * 2;
                    samples[i] = (short) (bytes[at] & 0xff | bytes[at + 1] << 8) / 32768f;
                }
                return bytes.length == 0 ? -1 : bytes.length / 2 * step;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean complete() {
            return true;
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {}
}
