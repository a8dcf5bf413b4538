package dev.pharos.ui.transcription;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Transcript;

/// The recording whose words are changed.
///
/// @param save keeps a version of them
public record Owner(SourceId source, String title, Save save) {

    /// Keeps a version; blocks.
    @FunctionalInterface
    public interface Save {
        void save(Transcript transcript) throws ProblemException;
    }
}
