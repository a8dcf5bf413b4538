package dev.pharos.engine.recording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/// A microphone that hears what a test says. What was said has been listened to when the call
/// returns, so tests need no patience.
final class SpokenMicrophone implements Microphone {
    static final int RATE = 8_000;

    private final Queue<short[]> said = new ArrayDeque<>();
    private boolean gone;
    private boolean waiting;
    private boolean closed;

    @Override
    public List<Input> inputs() {
        return List.of(new Input("spoken", "Spoken"));
    }

    @Override
    public Capture open(@Nullable String input) {
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
        int most = RATE / 20;
        for (int from = 0; from < samples.length; from += most) {
            int to = Math.min(samples.length, from + most);
            said.add(Arrays.copyOfRange(samples, from, to));
        }
        waiting = false;
        notifyAll();
        await(() -> waiting || closed);
    }

    /// Returns when the microphone has been closed.
    synchronized void unplug() {
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
