package dev.pharos.engine.recording;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A process that records [Tones] in real time into the folder that is its argument, until it is
/// killed. It prints how many samples its microphone has delivered, line by line.
final class RecordingChild {
    static final int RATE = 16_000;

    private RecordingChild() {}

    public static void main(String[] arguments) throws Exception {
        try (var recorder = new Recorder(new TonesMicrophone(), Path.of(arguments[0]))) {
            recorder.start(null);
            System.in.read();
        }
    }

    private static final class TonesMicrophone implements Microphone {
        @Override
        public List<Input> inputs() {
            return List.of();
        }

        @Override
        public Capture open(@Nullable String input) {
            return new TonesCapture();
        }
    }

    private static final class TonesCapture implements Microphone.Capture {
        private final long begin = System.nanoTime();
        private long delivered;

        @Override
        public int rate() {
            return RATE;
        }

        /// A driver's period of 20 ms.
        @Override
        public int read(short[] samples) {
            int count = Math.min(samples.length, RATE / 50);
            long due = begin + (delivered + count) * 1_000_000_000L / RATE;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
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
