package dev.pharos.engine.recording;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/// A microphone that hears what a test says. What was said has been listened to when the call
/// returns, so tests need no patience.
public final class SpokenMicrophone implements Microphone {
    static final int RATE = 8_000;
    private static final int PIECE = RATE / 20;

    private final Queue<short[]> said = new ArrayDeque<>();
    private boolean gone;
    private boolean waiting;
    private boolean closed = true;

    /// Records from it by a clock that stands still, so that a slow machine hears no silence.
    public Recorder recorder(Path folder) {
        var began = Instant.now();
        return new Recorder(this, folder, List.of(), () -> began, () -> began);
    }

    @Override
    public List<Input> inputs() {
        return List.of(
                new Input("built-in", "Built-in microphone"), new Input("usb", "USB microphone"));
    }

    @Override
    public synchronized Capture open(@Nullable String input) throws ProblemException {
        if (gone) {
            throw new ProblemException(new Problem.NoMicrophone());
        }
        closed = false;
        return new Capture() {
            @Override
            public int rate() {
                return RATE;
            }

            @Override
            public int read(short[] samples) {
                return hear(samples);
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    synchronized void say(short... samples) {
        for (int from = 0; from < samples.length; from += PIECE) {
            int to = Math.min(samples.length, from + PIECE);
            said.add(Arrays.copyOfRange(samples, from, to));
        }
        waiting = false;
        notifyAll();
        await(() -> waiting || closed);
    }

    /// A voice that swells and fades.
    ///
    /// @param loudness 0 to 1 of full scale
    public void say(int seconds, double loudness) {
        var samples = new short[seconds * RATE];
        for (int i = 0; i < samples.length; i++) {
            int piece = i / PIECE;
            double swell = 0.35 + 0.65 * Math.abs(Math.sin(piece * 0.7) * Math.cos(piece * 0.23));
            samples[i] = (short) (Math.sin(i * 0.3) * swell * loudness * Short.MAX_VALUE);
        }
        say(samples);
    }

    /// Returns when the microphone is closed. There is none any more.
    public synchronized void unplug() {
        gone = true;
        notifyAll();
        await(() -> closed);
    }

    synchronized boolean closed() {
        return closed;
    }

    private synchronized int hear(short[] samples) {
        if (said.isEmpty() && !gone) {
            waiting = true;
            notifyAll();
            pause();
        }
        var next = said.poll();
        if (next == null) {
            return gone ? -1 : 0;
        }
        System.arraycopy(next, 0, samples, 0, next.length);
        return next.length;
    }

    private synchronized void end() {
        closed = true;
        notifyAll();
    }

    private synchronized void pause() {
        try {
            wait(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void await(BooleanSupplier what) {
        while (!what.getAsBoolean()) {
            pause();
        }
    }
}
