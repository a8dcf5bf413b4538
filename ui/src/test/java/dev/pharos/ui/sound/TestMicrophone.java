package dev.pharos.ui.sound;

import dev.pharos.engine.recording.Microphone;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A microphone that hears what a test lets it hear.
public final class TestMicrophone implements Microphone {
    private static final int RATE = 8_000;
    private static final int PIECE = RATE / 20;

    private final BlockingQueue<short[]> heard = new LinkedBlockingQueue<>();
    private volatile boolean gone;
    private volatile List<Input> inputs =
            List.of(
                    new Input("built-in", "Built-in microphone"),
                    new Input("usb", "USB microphone"));

    public void inputs(List<Input> now) {
        inputs = now;
    }

    /// @param loudness 0 to 1 of full scale
    public void hear(int seconds, double loudness) {
        for (int i = 0; i < seconds * 20; i++) {
            var piece = new short[PIECE];
            double swell =
                    loudness * (0.35 + 0.65 * Math.abs(Math.sin(i * 0.7) * Math.cos(i * 0.23)));
            for (int j = 0; j < PIECE; j++) {
                piece[j] = (short) (Math.sin(j * 0.3) * swell * Short.MAX_VALUE);
            }
            heard.add(piece);
        }
    }

    public void unplug() {
        gone = true;
    }

    @Override
    public List<Input> inputs() {
        return inputs;
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
                return next(samples);
            }

            @Override
            public void close() {}
        };
    }

    private int next(short[] samples) {
        try {
            var piece = heard.poll(50, TimeUnit.MILLISECONDS);
            if (piece == null) {
                return gone ? -1 : 0;
            }
            System.arraycopy(piece, 0, samples, 0, piece.length);
            return piece.length;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
