package dev.pharos.engine.transcription;

import dev.pharos.engine.problem.ProblemException;

/// Tells speech from everything else, so that silence, music and noise are never handed to the
/// recogniser, which would invent words for them.
public interface VoiceActivity extends AutoCloseable {

    /// Begins with a new piece of sound.
    Detector begin() throws ProblemException;

    /// Listens to one piece of sound, frame after frame. For one thread.
    interface Detector extends AutoCloseable {

        /// Samples in a frame, at 16,000 a second.
        int frame();

        /// @param samples holds the next frame from `offset` on
        /// @return the probability that it is speech, 0 to 1
        float speech(float[] samples, int offset);

        @Override
        void close();
    }

    @Override
    void close();
}
