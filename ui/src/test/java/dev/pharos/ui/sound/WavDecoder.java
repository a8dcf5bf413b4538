package dev.pharos.ui.sound;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.AudioInfo;
import dev.pharos.engine.recording.AudioStream;
import dev.pharos.engine.work.Progress;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads 16-bit mono WAV files, whatever their rate.
public final class WavDecoder implements AudioDecoder {

    /// Where the sound lies.
    private record Wav(int rate, int offset, int bytes) {
        static Wav of(Path file) throws IOException {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            int rate = 0;
            for (int at = 12; at + 8 <= bytes.limit(); ) {
                int size = bytes.getInt(at + 4);
                String id = new String(bytes.array(), at, 4, StandardCharsets.US_ASCII);
                if (id.equals("fmt ")) {
                    rate = bytes.getInt(at + 12);
                } else if (id.equals("data")) {
                    return new Wav(rate, at + 8, Math.min(size, bytes.limit() - at - 8));
                }
                at += 8 + size;
            }
            throw new IOException("no sound in " + file);
        }
    }

    @Override
    public boolean looksLikeSound(Path file, Path name) {
        return name.toString().endsWith(".wav");
    }

    @Override
    public AudioInfo info(Path file, Path name, Progress progress) throws ProblemException {
        try {
            var wav = Wav.of(file);
            long ms = wav.bytes() * 1000L / 2 / wav.rate();
            return new AudioInfo("audio/wav", "pcm", ms, wav.rate(), 1, null, null, false);
        } catch (IOException e) {
            throw new ProblemException(new Problem.DamagedFile(name), e);
        }
    }

    @Override
    public String fingerprint(Path file, Path name, Progress progress) throws ProblemException {
        try {
            var wav = Wav.of(file);
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file), wav.offset(), wav.bytes());
            return wav.rate() + " " + bytes.hashCode();
        } catch (IOException e) {
            throw new ProblemException(new Problem.DamagedFile(name), e);
        }
    }

    @Override
    public AudioStream open(Path file, Path name) throws ProblemException {
        try {
            var wav = Wav.of(file);
            var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            in.skipNBytes(wav.offset());
            return new Stream(in, RATE / wav.rate(), new AtomicInteger(wav.bytes()));
        } catch (IOException e) {
            throw new ProblemException(new Problem.DamagedFile(name), e);
        }
    }

    /// @param left bytes
    /// @param step how often each sample is handed out, so that the rate is right
    private record Stream(InputStream in, int step, AtomicInteger left) implements AudioStream {
        @Override
        public int read(float[] samples) {
            try {
                int wanted = samples.length / step;
                byte[] bytes = in.readNBytes(Math.min(wanted * 2, left.get()));
                left.addAndGet(-bytes.length);
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
