package dev.pharos.app.measure;

import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.recording.Recorder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// A process that records, until it is killed, from a microphone that speaks at the pace of a real
/// one, and prints how many samples it has handed out. Sample number n is [#sample].
final class PacedRecording {
    static final int RATE = 16_000;

    /// As much as a device gives at a time.
    private static final int PERIOD = RATE / 50;

    private PacedRecording() {}

    /// Never silence, and the same at no two near places.
    static short sample(long number) {
        return (short) (1 + number * 7919 % 30_011);
    }

    static void main(String[] args) throws Exception {
        try (var recorder = new Recorder(new Paced(), Path.of(args[0]))) {
            recorder.start(null);
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private record Paced() implements Microphone {
        @Override
        public List<Input> inputs() {
            return List.of(new Input("paced", "paced"));
        }

        @Override
        public Capture open(@Nullable String input) {
            return new Sound();
        }
    }

    private static final class Sound implements Microphone.Capture {
        private final long began = System.nanoTime();
        private long given;

        @Override
        public int rate() {
            return RATE;
        }

        @Override
        public int read(short[] samples) {
            int count = Math.min(PERIOD, samples.length);
            long due = began + (given + count) * 1_000_000_000L / RATE;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                java.util.concurrent.locks.LockSupport.parkNanos(left);
            }
            for (int i = 0; i < count; i++) {
                samples[i] = sample(given + i);
            }
            given += count;
            IO.println(given);
            return count;
        }

        @Override
        public void close() {}
    }
}
