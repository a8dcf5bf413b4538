package dev.pharos.engine.recording;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// A process that records [Tones] in real time into the folder that is its argument, until it is
/// killed, with a marker each second. It prints how many samples its microphone has delivered, line
/// by line. With [#PATIENT] as second argument the microphone waits for a disk or a processor that
/// lags far behind it: what is lost then does not depend on how busy the machine is.
final class RecordingChild {
    static final int RATE = 16_000;
    static final String PATIENT = "patient";
    private static final int LAG = RATE * 3 / 4;
    private static final long FOR_SURE = Long.MAX_VALUE;

    private RecordingChild() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        boolean patient = List.of(arguments).contains(PATIENT);
        var microphone = new TonesMicrophone(patient ? () -> written(folder) : () -> FOR_SURE);
        try (var recorder = new Recorder(microphone, folder)) {
            microphone.eachSecond = recorder::mark;
            recorder.start(null);
            System.in.read();
        }
    }

    /// Samples in the longest file.
    private static long written(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).max().orElse(0) / 2;
        } catch (IOException | UncheckedIOException _) {
            return 0; // something has just gone
        }
    }

    private static final class TonesMicrophone implements Microphone {
        private final LongSupplier written;
        private Runnable eachSecond = () -> {};

        TonesMicrophone(LongSupplier written) {
            this.written = written;
        }

        @Override
        public List<Input> inputs() {
            return List.of();
        }

        @Override
        public Capture open(@Nullable String input) {
            return new TonesCapture(eachSecond, written);
        }
    }

    private static final class TonesCapture implements Microphone.Capture {
        private final Runnable eachSecond;
        private final LongSupplier written;
        private final long begin = System.nanoTime();
        private long delivered;

        TonesCapture(Runnable eachSecond, LongSupplier written) {
            this.eachSecond = eachSecond;
            this.written = written;
        }

        @Override
        public int rate() {
            return RATE;
        }

        /// A driver's period of 20 ms.
        @Override
        public int read(short[] samples) {
            if (delivered > 0 && delivered % RATE == 0) {
                eachSecond.run();
            }
            int count = Math.min(samples.length, RATE / 50);
            long due = begin + (delivered + count) * 1_000_000_000L / RATE;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            while (delivered - written.getAsLong() > LAG) {
                LockSupport.parkNanos(1_000_000);
            }
            System.arraycopy(Tones.noise(delivered, count), 0, samples, 0, count);
            delivered += count;
            System.out.println(delivered);
            return count;
        }

        @Override
        public void close() {}
    }
}
