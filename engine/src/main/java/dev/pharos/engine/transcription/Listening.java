package dev.pharos.engine.transcription;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.AudioStream;
import dev.pharos.engine.recording.Peaks;
import dev.pharos.engine.recording.Waveform;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/// Decodes a file and looks for speech on a thread of its own, so that the next window is ready
/// when the recogniser is. Holds three windows at most, however long the file is. One thread asks.
final class Listening implements AutoCloseable {
    private static final int CHUNK = 1 << 14;
    private static final long LOOK_MILLIS = 50;

    /// A decoder that does not end by then is left to itself.
    private static final Duration END = Duration.ofSeconds(2);

    private final Transcriber.Sound sound;
    private final AudioDecoder audio;
    private final VoiceActivity voices;
    private final SpeechWindows.Settings settings;
    private final BlockingQueue<SpeechWindow> ready = new ArrayBlockingQueue<>(1);
    private final Peaks peaks = new Peaks();
    private final Thread thread;
    private volatile @Nullable AudioStream stream;
    private volatile @Nullable SpeechWindow last;
    private volatile @Nullable Throwable failure;
    private volatile boolean ended;
    private volatile boolean stopped;
    private volatile long settledMs;
    private volatile boolean complete;

    /// Begins to listen.
    Listening(
            Transcriber.Sound sound,
            AudioDecoder audio,
            VoiceActivity voices,
            SpeechWindows.Settings settings) {
        this.sound = sound;
        this.audio = audio;
        this.voices = voices;
        this.settings = settings;
        thread = Thread.ofPlatform().name("pharos-listening").daemon().start(this::listen);
    }

    /// Waits a moment for the next window with speech.
    ///
    /// @return null where there is none yet, or none will come (see [#over()])
    @Nullable SpeechWindow poll() {
        try {
            return ended ? ready.poll() : ready.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /// Whether no other window with speech follows, as far as that is known.
    boolean last(SpeechWindow window) {
        return window == last;
    }

    /// Whether all windows were handed out.
    ///
    /// @throws ProblemException what ended the listening before the end of the sound
    boolean over() throws ProblemException {
        boolean over = ended && ready.isEmpty();
        if (over) {
            rethrow();
        }
        return over;
    }

    private void rethrow() throws ProblemException {
        switch (failure) {
            case null -> {}
            case ProblemException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /// Up to here nothing is still to come.
    long settledMs() {
        return settledMs;
    }

    /// Of the whole sound, once it is [#over()].
    long durationMs() {
        return peaks.durationMs();
    }

    /// Of the whole sound, once it is [#over()].
    Waveform waveform() {
        return peaks.waveform();
    }

    /// Whether the file was decoded to its proper end, once it is [#over()].
    boolean complete() {
        return complete;
    }

    private void listen() {
        try (var decoded = audio.open(sound.file(), sound.name());
                var detector = voices.begin()) {
            stream = decoded;
            var windows = new SpeechWindows(detector.frame(), settings);
            var chunk = new float[CHUNK];
            var frame = new float[detector.frame()];
            int filled = 0;
            for (int n = decoded.read(chunk); n >= 0 && !stopped; n = decoded.read(chunk)) {
                peaks.add(chunk, n);
                for (int from = 0; from < n; ) {
                    int some = Math.min(n - from, frame.length - filled);
                    System.arraycopy(chunk, from, frame, filled, some);
                    from += some;
                    filled += some;
                    if (filled == frame.length) {
                        hear(frame, detector, windows);
                        frame = new float[frame.length];
                        filled = 0;
                    }
                }
            }
            if (filled > 0) {
                hear(Arrays.copyOf(frame, frame.length), detector, windows);
            }
            last = windows.end();
            hand(last);
            complete = decoded.complete();
        } catch (Throwable e) {
            failure = e;
        } finally {
            ended = true;
        }
    }

    private void hear(float[] frame, VoiceActivity.Detector detector, SpeechWindows windows)
            throws InterruptedException {
        hand(windows.add(frame, detector.speech(frame, 0)));
        settledMs = windows.settled() * frame.length * 1_000 / AudioDecoder.RATE;
    }

    private void hand(@Nullable SpeechWindow window) throws InterruptedException {
        boolean waiting = window != null;
        while (waiting && !stopped) {
            waiting = !ready.offer(window, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// Ends the decoding, wherever it is.
    @Override
    public void close() {
        stopped = true;
        var open = stream;
        if (open != null) {
            open.close();
        }
        try {
            thread.join(END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
