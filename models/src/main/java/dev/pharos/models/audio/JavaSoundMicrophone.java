package dev.pharos.models.audio;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Microphone;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/// The inputs that `javax.sound` finds. The list of the Java runtime is up to a minute old. Any
/// thread.
public final class JavaSoundMicrophone implements Microphone {

    /// The recogniser's rate first; the others are what devices give that do not convert.
    private static final List<AudioFormat> FORMATS =
            List.of(mono(16_000), mono(48_000), mono(44_100));

    private static AudioFormat mono(int rate) {
        return new AudioFormat(rate, 16, 1, true, false);
    }

    @Override
    public List<Input> inputs() {
        return mixers(_ -> true)
                .map(Mixer::getMixerInfo)
                .map(info -> new Input(info.getName(), info.getName()))
                .toList();
    }

    /// Those that give sound, the default one first. Each is asked for that, which takes its time,
    /// only when its turn comes.
    private static Stream<Mixer> mixers(Predicate<Mixer.Info> wanted) {
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(wanted)
                .sorted(Comparator.comparing(info -> !isDefault(info)))
                .map(AudioSystem::getMixer)
                .filter(mixer -> format(mixer).isPresent());
    }

    /// As ALSA and Core Audio call it, and DirectSound.
    private static boolean isDefault(Mixer.Info info) {
        String name = info.getName().toLowerCase(Locale.ROOT);
        return name.contains("default") || name.startsWith("primary");
    }

    private static Optional<AudioFormat> format(Mixer mixer) {
        return FORMATS.stream()
                .filter(format ->
                        mixer.isLineSupported(new DataLine.Info(TargetDataLine.class, format)))
                .findFirst();
    }

    @Override
    public Capture open(@Nullable String input) throws ProblemException {
        var mixer =
                mixers(info -> input == null || info.getName().equals(input))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(new Problem.NoMicrophone()));
        var format =
                format(mixer).orElseThrow(() -> new ProblemException(new Problem.NoMicrophone()));
        try {
            var line =
                    (TargetDataLine) mixer.getLine(new DataLine.Info(TargetDataLine.class, format));
            line.open(format, (int) format.getSampleRate() * format.getFrameSize());
            line.start();
            return new Listening(line);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(new Problem.NoMicrophone(), e);
        } catch (LineUnavailableException | SecurityException e) {
            throw new ProblemException(
                    new Problem.MicrophoneBusy(
                            mixer.getMixerInfo().getName(), String.valueOf(e.getMessage())),
                    e);
        }
    }

    /// An open line. Even a muted microphone delivers samples, all zero; one that delivers none for
    /// seconds is gone, which is all that `javax.sound` tells of an unplugged device.
    static final class Listening implements Capture {

        private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(200);
        private static final long GONE = TimeUnit.SECONDS.toNanos(3);
        private static final long NAP = TimeUnit.MILLISECONDS.toNanos(5);

        private final TargetDataLine line;
        private long lastHeard = System.nanoTime();

        Listening(TargetDataLine line) {
            this.line = line;
        }

        @Override
        public int rate() {
            return (int) line.getFormat().getSampleRate();
        }

        @Override
        public int read(short[] samples) {
            long asked = System.nanoTime();
            while (line.isOpen()) {
                int ready = Math.min(line.available(), samples.length * Short.BYTES);
                int count = ready < Short.BYTES ? 0 : take(samples, ready - ready % Short.BYTES);
                if (count > 0) {
                    lastHeard = System.nanoTime();
                    return count;
                }
                long now = System.nanoTime();
                if (now - lastHeard > GONE) {
                    return -1;
                }
                if (now - asked > PATIENCE) {
                    return 0;
                }
                LockSupport.parkNanos(NAP);
            }
            return -1;
        }

        /// The line of a device that went away may tell of samples and then give none.
        private int take(short[] samples, int ready) {
            var bytes = new byte[ready];
            int count = line.read(bytes, 0, ready) / Short.BYTES;
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples, 0, count);
            return count;
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
