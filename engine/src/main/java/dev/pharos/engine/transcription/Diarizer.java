package dev.pharos.engine.transcription;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioStream;
import dev.pharos.engine.work.Progress;

import java.util.List;

/// Tells who speaks when, without knowing anybody.
public interface Diarizer {

    /// A stretch of one voice.
    ///
    /// @param speaker 0 for the voice that is heard first, and so on
    record Turn(long startMs, long endMs, int speaker) {}

    /// Reads the stream to its end. Progress is in milliseconds of sound.
    ///
    /// @param speech where somebody speaks, in milliseconds, ordered, not overlapping
    /// @return ordered by start, all within `speech`
    List<Turn> turns(AudioStream sound, List<Span> speech, Progress progress)
            throws ProblemException;

    /// A stretch of time.
    record Span(long startMs, long endMs) {}
}
