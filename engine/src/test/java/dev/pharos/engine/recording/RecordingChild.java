package dev.pharos.engine.recording;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A process that records [Tones] in real time into the folder that is its argument, until it is
/// killed, with a marker each second. It prints how many samples its microphone has delivered, line
/// by line.
final class RecordingChild {
    static final int RATE = 16_000;

    private RecordingChild() {}

    public static void main(String[] arguments) throws Exception {
        var microphone = new TonesMicrophone();
        try (var recorder = new Recorder(microphone, Path.of(arguments[0]))) {
            microphone.eachSecond = recorder::mark;
            recorder.start(null);
            System.in.read();
        }
    }

    private static final class TonesMicrophone implements Microphone {
        private Runnable eachSecond = () -> {};

        @Override
        public List<Input> inputs() {
            return List.of();
        }

        @Override
        public Capture open(@Nullable String input) {
            return new TonesCapture(eachSecond);
        }
    }

    private static final class TonesCapture implements Microphone.Capture {
        private final Runnable eachSecond;
        private final long begin = System.nanoTime();
        private long delivered;

        TonesCapture(Runnable eachSecond) {
            this.eachSecond = eachSecond;
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
            System.arraycopy(Tones.noise(delivered, count), 0, samples, 0, count);
            delivered += count;
            System.out.println(delivered);
            return count;
        }

        @Override
        public void close() {}
    }
}
