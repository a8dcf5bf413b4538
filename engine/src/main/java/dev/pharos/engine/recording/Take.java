package dev.pharos.engine.recording;

import com.google.common.util.concurrent.Uninterruptibles;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.recording.Microphone.Capture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// A recording under way. One thread listens and never waits for the disk, another writes a piece
/// each quarter of a second, the very first sooner, and forces it to the disk each second. Any
/// thread asks.
final class Take {
    private static final Logger LOG = LoggerFactory.getLogger(Take.class);

    private static final int PIECES_A_SECOND = 4;

    /// What is heard first is in the file after this part of a second.
    private static final int SOON = 20;

    /// What is written is forced to the disk this often.
    private static final Duration FORCED = Duration.ofSeconds(1);

    /// The microphone delivers several times a second. No sound for this long while a clock went on
    /// that nobody sets means that the machine slept.
    private static final Duration SLEPT = Duration.ofSeconds(5);

    /// A [Capture] that does not return is given up after this.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private sealed interface Entry {
        record Sound(short[] samples) implements Entry {}

        record Mark(long position) implements Entry {}

        record End(boolean asked) implements Entry {}
    }

    private final Path folder;
    private final Capture capture;
    private final PieceWriter writer;
    private final InstantSource clock;
    private final LevelMeter meter;
    private final short[] piece;
    private final BlockingQueue<Entry> entries = new LinkedBlockingQueue<>();
    private final AtomicInteger markers = new AtomicInteger();
    private final AtomicReference<@Nullable Problem> ended = new AtomicReference<>();
    private final Thread listener;
    private final Thread scribe;
    private int filled;
    private volatile long captured;
    private volatile boolean paused;
    private volatile boolean stopping;
    private volatile double level;
    private volatile long silentSamples;
    private volatile Instant heard;

    /// Takes over `capture` and `writer`.
    ///
    /// @param clock see [BootClock]
    Take(Path folder, Capture capture, PieceWriter writer, InstantSource clock) {
        this.folder = folder;
        this.capture = capture;
        this.writer = writer;
        this.clock = clock;
        meter = new LevelMeter(capture.rate());
        piece = new short[capture.rate() / PIECES_A_SECOND];
        heard = clock.instant();
        listener = Thread.ofPlatform().daemon().name("microphone").unstarted(this::listen);
        scribe = Thread.ofPlatform().daemon().name("recording").unstarted(this::write);
    }

    void start() {
        listener.setPriority(Thread.MAX_PRIORITY);
        listener.start();
        scribe.start();
    }

    Path folder() {
        return folder;
    }

    void pause(boolean on) {
        paused = on;
    }

    void mark() {
        markers.incrementAndGet();
        entries.add(new Entry.Mark(captured));
    }

    Recorder.State state() {
        long late = Math.max(0, Duration.between(heard, clock.instant()).toMillis());
        long silent = inMs(silentSamples) + (late < 1000 ? 0 : late);
        return new Recorder.State(
                inMs(captured), paused, level, paused ? 0 : silent, markers.get(), ended.get());
    }

    private long inMs(long samples) {
        return samples * 1000 / capture.rate();
    }

    /// Returns when all that was heard is on the disk.
    ///
    /// @param asked the user wanted it to end here; otherwise it is to be recovered
    void end(boolean asked) {
        stopping = true;
        if (!joined(listener)) {
            LOG.warn("the microphone does not answer");
            capture.close();
            joined(listener);
        }
        entries.add(new Entry.End(asked && ended.get() == null));
        // However slow the disk is: two must never write to one recording.
        Uninterruptibles.joinUninterruptibly(scribe);
    }

    private static boolean joined(Thread thread) {
        Uninterruptibles.joinUninterruptibly(thread, PATIENCE);
        return !thread.isAlive();
    }

    private void listen() {
        var samples = new short[Math.max(1, capture.rate() / 20)];
        try (capture) {
            for (var last = clock.instant(); !stopping; ) {
                int count = capture.read(samples);
                var now = clock.instant();
                if (count < 0) {
                    endFor(new Problem.MicrophoneGone());
                    break;
                }
                hear(samples, count, now);
                if (!paused && Duration.between(last, now).compareTo(SLEPT) > 0) {
                    endFor(new Problem.ComputerSlept());
                }
                last = now;
            }
        } catch (RuntimeException e) {
            LOG.warn("the microphone failed", e);
            endFor(new Problem.MicrophoneGone());
        }
        flush();
    }

    private void hear(short[] samples, int count, Instant now) {
        if (count == 0 || paused) {
            flush();
        }
        if (paused) {
            meter.clear();
        } else {
            meter.add(samples, count);
            keep(samples, count);
        }
        if (count > 0) {
            heard = now;
        }
        level = meter.level();
        silentSamples = meter.silentSamples();
    }

    private void keep(short[] samples, int count) {
        long at = captured;
        for (int from = 0; from < count; ) {
            int room = room(at);
            int fits = Math.min(count - from, room);
            System.arraycopy(samples, from, piece, filled, fits);
            filled += fits;
            from += fits;
            at += fits;
            if (fits == room) {
                flush();
            }
        }
        captured = at;
    }

    /// Samples from here to where a piece ends.
    private int room(long at) {
        long soon = capture.rate() / SOON;
        return (int) (at < soon ? soon - at : piece.length - at % piece.length);
    }

    private void flush() {
        if (filled > 0) {
            entries.add(new Entry.Sound(Arrays.copyOf(piece, filled)));
            filled = 0;
        }
    }

    private void write() {
        try (writer) {
            long forced = System.nanoTime();
            for (boolean more = true; more; ) {
                var entry = entries.poll(FORCED.toMillis(), TimeUnit.MILLISECONDS);
                more = write(entry);
                if (!(entry instanceof Entry.Sound)
                        || System.nanoTime() - forced >= FORCED.toNanos()) {
                    writer.force();
                    forced = System.nanoTime();
                    if (!DiskSpace.has(folder, 0)) {
                        endFor(new Problem.DiskFull(folder));
                    }
                }
            }
        } catch (IOException e) {
            LOG.info("the recording cannot be written", e);
            endFor(DiskSpace.problem(folder, e));
        } catch (InterruptedException | RuntimeException e) {
            endFor(Problem.Unexpected.logged(LOG, "writing " + folder, e));
        }
    }

    /// @return whether there may be more
    private boolean write(@Nullable Entry entry) throws IOException {
        switch (entry) {
            case null -> {}
            case Entry.Sound(var samples) -> writer.sound(samples);
            case Entry.Mark(var position) -> writer.mark(position);
            case Entry.End(var asked) -> {
                if (asked) {
                    writer.end();
                }
                return false;
            }
        }
        return true;
    }

    private void endFor(Problem problem) {
        ended.compareAndSet(null, problem);
        stopping = true;
    }
}
