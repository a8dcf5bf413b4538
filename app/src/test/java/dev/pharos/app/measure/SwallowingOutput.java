package dev.pharos.app.measure;

import dev.pharos.models.audio.FfmpegPlayer;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.SourceDataLine;

/// An output for machines without one: each line takes what fits into its buffer, then lets whoever
/// writes wait until it is stopped. Tells when a line is given its first samples.
final class SwallowingOutput implements FfmpegPlayer.Output {
    private final BlockingQueue<Long> firsts = new LinkedBlockingQueue<>();

    /// Waits for the first samples that a new line is given; in [System#nanoTime].
    long first() throws InterruptedException {
        return firsts.take();
    }

    @Override
    public SourceDataLine open(AudioFormat format, int buffer) {
        return (SourceDataLine)
                Proxy.newProxyInstance(
                        SourceDataLine.class.getClassLoader(),
                        new Class<?>[] {SourceDataLine.class},
                        new Line(format.getFrameSize(), buffer));
    }

    /// As much of a line as a player calls.
    private final class Line implements InvocationHandler {
        private final int frame;
        private final int buffer;
        private long taken;
        private boolean stopped;

        private Line(int frame, int buffer) {
            this.frame = frame;
            this.buffer = buffer;
        }

        @Override
        public synchronized Object invoke(Object line, Method method, Object[] arguments)
                throws InterruptedException {
            return switch (method.getName()) {
                case "write" -> write((int) arguments[2]);
                case "getLongFramePosition" -> taken / frame;
                case "stop", "close" -> stop();
                case "start", "drain", "flush" -> this;
                default -> throw new UnsupportedOperationException(method.toString());
            };
        }

        private int write(int bytes) throws InterruptedException {
            if (taken == 0) {
                firsts.add(System.nanoTime());
            }
            while (!stopped && taken + bytes > buffer) {
                wait();
            }
            taken += stopped ? 0 : bytes;
            return stopped ? 0 : bytes;
        }

        private Line stop() {
            stopped = true;
            notifyAll();
            return this;
        }
    }
}
