package dev.pharos.engine.recording;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Captures sound into small checked pieces, so that a kill, a full disk, an unplugged microphone
/// or sleep costs at most the last 2 s. One recording at a time. Any thread.
public final class Recorder implements AutoCloseable {

    private final Microphone microphone;
    private final Path folder;

    /// @param folder where pieces and finished recordings lie
    public Recorder(Microphone microphone, Path folder) {
        this.microphone = microphone;
        this.folder = folder;
    }

    /// What the recording under way is like.
    ///
    /// @param elapsedMs of sound, pauses left out
    /// @param level of the last tenth of a second, 0 to 1 of full scale
    /// @param silentMs for how long no signal has arrived; 3,000 and more is worth a warning
    /// @param ended what ended it without being asked, or null while it runs
    public record State(
            long elapsedMs,
            boolean paused,
            double level,
            long silentMs,
            int markers,
            @Nullable Problem ended) {}

    /// A finished recording.
    ///
    /// @param file WAV, 16 bit mono, in the recorder's folder until it is imported
    /// @param markersMs where the user pressed the key
    public record Recorded(
            Path file, Instant started, long durationMs, List<Long> markersMs, boolean complete) {
        public Recorded {
            markersMs = List.copyOf(markersMs);
        }
    }

    /// What a recording that was not finished left.
    public record Unfinished(Path folder, Instant started, long durationMs) {}

    public Microphone microphone() {
        return microphone;
    }

    /// @param input of [Microphone#inputs], by id; null takes the default
    /// @throws ProblemException as [Microphone#open]; `DiskFull` where there is no room for a
    ///   minute
    /// @throws IllegalStateException while one runs
    public void start(@Nullable String input) throws ProblemException {
        throw new UnsupportedOperationException(folder + input);
    }

    public void pause() {
        throw new UnsupportedOperationException();
    }

    public void resume() {
        throw new UnsupportedOperationException();
    }

    /// Remembers this moment.
    public void mark() {
        throw new UnsupportedOperationException();
    }

    /// The recording under way, or null.
    public @Nullable State state() {
        throw new UnsupportedOperationException();
    }

    /// Ends the recording under way and joins its pieces.
    public Recorded stop() throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /// What was left by a program that was killed, newest first; never the recording under way.
    public List<Unfinished> unfinished() {
        throw new UnsupportedOperationException();
    }

    /// Joins the pieces that are whole.
    public Recorded recover(Unfinished unfinished) throws ProblemException {
        throw new UnsupportedOperationException();
    }

    /// The recording is safe elsewhere (its bytes are in the library): gives its place free.
    public void release(Recorded recorded) {
        throw new UnsupportedOperationException();
    }

    /// Stops a recording under way so that it can be recovered.
    @Override
    public void close() {}
}
