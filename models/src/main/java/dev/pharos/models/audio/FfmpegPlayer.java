package dev.pharos.models.audio;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Player;
import dev.pharos.engine.work.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/// Plays through the system's default output what the bundled ffmpeg decodes from the position on,
/// stretched in time where the speed is not 1. Changing position or speed is playing anew.
public final class FfmpegPlayer implements Player {

    /// Where sound goes: a line that is open, in the format that is asked for.
    @FunctionalInterface
    public interface Output {
        /// @param buffer bytes that have left the player, but are not heard yet
        SourceDataLine open(AudioFormat format, int buffer) throws LineUnavailableException;
    }

    /// What was found to be sound; the same bytes need not be looked at again.
    private record Seen(Path file, long bytes, FileTime modified) {
        static Seen of(Path file) throws IOException {
            return new Seen(file, Files.size(file), Files.getLastModifiedTime(file));
        }
    }

    private static final AudioFormat FORMAT = new AudioFormat(48_000, 16, 2, true, false);

    /// As little as plays without gaps: what is in it has left ffmpeg, but is not heard yet.
    private static final int BUFFER = FORMAT.getFrameSize() * 4_800;

    private final FfmpegAudioDecoder decoder;
    private final Output output;
    private @Nullable Playing current;
    private @Nullable Seen seen;

    /// Makes ffmpeg and the devices ready in the background, so that the first sound too begins at
    /// once.
    ///
    /// @param decoder whose ffmpeg decodes; stays the caller's
    public FfmpegPlayer(FfmpegAudioDecoder decoder) {
        this(decoder, FfmpegPlayer::system);
    }

    /// The same, through another output.
    public FfmpegPlayer(FfmpegAudioDecoder decoder, Output output) {
        this.decoder = decoder;
        this.output = output;
        Thread.ofPlatform().daemon().name("player-ready").start(() -> makeReady(decoder));
    }

    private static void makeReady(FfmpegAudioDecoder decoder) {
        try {
            var unused = decoder.program();
            AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, FORMAT));
        } catch (ProblemException _) {
            return; // play() says so
        }
    }

    @Override
    public synchronized void play(Path file, Path name, long startMs, long endMs, double speed)
            throws ProblemException {
        if (speed < 0.5 || speed > 3) {
            throw new IllegalArgumentException("speed " + speed);
        }
        look(file, name);
        pause();
        var line = line();
        try {
            var process = decoder.program().start("ffmpeg", arguments(file, startMs, endMs, speed));
            current = new Playing(process, line, startMs, speed);
        } catch (IOException e) {
            line.close();
            throw new ProblemException(new Problem.DamagedFile(name), e);
        }
        current.thread.start();
    }

    private void look(Path file, Path name) throws ProblemException {
        Seen now = null;
        try {
            now = Seen.of(file);
        } catch (IOException _) {
            seen = null; // who looks at it says what is wrong
        }
        if (now == null || !now.equals(seen)) {
            decoder.probe(file, name, Progress.NONE);
            seen = now;
        }
    }

    private SourceDataLine line() throws ProblemException {
        try {
            return output.open(FORMAT, BUFFER);
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            throw new ProblemException(
                    new Problem.NoSoundOutput(String.valueOf(e.getMessage())), e);
        }
    }

    private static SourceDataLine system(AudioFormat format, int buffer)
            throws LineUnavailableException {
        var line = AudioSystem.getSourceDataLine(format);
        line.open(format, buffer);
        return line;
    }

    /// Seeking and the end are in the time of the file, so they stand before it.
    private static List<String> arguments(Path file, long startMs, long endMs, double speed) {
        var part = new ArrayList<>(List.of("-ss", startMs + "ms"));
        if (endMs < Long.MAX_VALUE) {
            part.addAll(List.of("-t", Math.max(0, endMs - startMs) + "ms"));
        }
        return FfmpegAudioDecoder.soundOf(
                file,
                part,
                "-af",
                "aresample=48000" + FfmpegAudioDecoder.RESAMPLED_BY_TIME + tempo(speed),
                "-ac",
                "2");
    }

    /// Above 2 the filter would leave samples out, so it is used twice.
    private static String tempo(double speed) {
        if (speed == 1) {
            return "";
        }
        return speed <= 2
                ? String.format(Locale.ROOT, ",atempo=%f", speed)
                : String.format(Locale.ROOT, ",atempo=%1$f,atempo=%1$f", Math.sqrt(speed));
    }

    @Override
    public synchronized void pause() {
        if (current != null) {
            current.stop();
        }
    }

    @Override
    public synchronized State state() {
        return current == null ? new State(false, 0, false) : current.state();
    }

    @Override
    public void close() {
        pause();
    }

    /// One process, one line, and the thread between them, which holds all of it until the end.
    private static final class Playing {

        private final Process process;
        private final SourceDataLine line;
        private final long startMs;
        private final double speed;
        private final Thread thread;
        private boolean stopped;
        private boolean ended;
        private long framesWritten;
        private long framesAtStop;

        Playing(Process process, SourceDataLine line, long startMs, double speed) {
            this.process = process;
            this.line = line;
            this.startMs = startMs;
            this.speed = speed;
            this.thread = Thread.ofPlatform().daemon().name("player").unstarted(this::pump);
            Complaints.of(process); // so that none can block it
        }

        private void pump() {
            var bytes = new byte[BUFFER / 4];
            try (var sound = process.getInputStream()) {
                line.start();
                for (int n = whole(sound, bytes); n > 0; n = whole(sound, bytes)) {
                    int written = line.write(bytes, 0, n);
                    synchronized (this) {
                        framesWritten += written / FORMAT.getFrameSize();
                    }
                    if (written < n) {
                        break; // stopped, or the output is gone
                    }
                }
                line.drain();
            } catch (IOException _) {
                line.flush(); // killed by stop()
            }
            finish();
        }

        /// Reads whole frames only.
        private static int whole(InputStream sound, byte[] bytes) throws IOException {
            int n = sound.readNBytes(bytes, 0, bytes.length);
            return n - n % FORMAT.getFrameSize();
        }

        /// What the pump sees of the end of a killed process must not pass for the end of the file,
        /// so the state is settled first.
        void stop() {
            settle(false);
            process.destroyForcibly();
            line.stop(); // wakes a write that waits
            line.flush();
            line.close();
        }

        private void finish() {
            settle(true);
            process.destroyForcibly();
            line.close();
        }

        private synchronized void settle(boolean atEnd) {
            if (!stopped) {
                framesAtStop = atEnd ? framesWritten : heard();
                stopped = true;
                ended = atEnd;
            }
        }

        private long heard() {
            return Math.min(framesWritten, line.getLongFramePosition());
        }

        synchronized State state() {
            double frames = stopped ? framesAtStop : heard();
            long position = startMs + Math.round(frames * 1000 * speed / FORMAT.getFrameRate());
            return new State(!stopped, position, ended);
        }
    }
}
