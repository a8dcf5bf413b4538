package dev.pharos.engine.recording;

import dev.pharos.engine.problem.ProblemException;

import java.nio.file.Path;

/// Plays one piece of sound at a time, whatever its format, through the system's output. Any
/// thread; no call blocks longer than it takes to begin.
public interface Player extends AutoCloseable {

    /// What is going on.
    ///
    /// @param positionMs what is heard now, in the time of the file
    /// @param ended the end (or that of the span) was reached
    record State(boolean playing, long positionMs, boolean ended) {}

    /// Plays from `startMs` on, instead of what played before.
    ///
    /// @param file the bytes
    /// @param name the file's original name, for messages
    /// @param endMs where to stop, or [Long#MAX_VALUE]
    /// @param speed 0.5 to 3; the pitch is kept
    /// @throws ProblemException `NoSoundOutput` where the machine has none, or as
    ///   [AudioDecoder#open]
    void play(Path file, Path name, long startMs, long endMs, double speed) throws ProblemException;

    /// Stops; the position stays.
    void pause();

    State state();

    @Override
    void close();
}
