package dev.pharos.ui.transcription;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.transcription.Transcript;

/// The recording whose words are changed.
///
/// @param sound content hash of what the words were said in: a file that is imported again may have
///   another one
/// @param save keeps a version of them
public record Owner(SourceId source, String sound, String title, Save save) {

    boolean sameWords(Owner other) {
        return source.equals(other.source) && sound.equals(other.sound);
    }

    /// Keeps a version; blocks.
    @FunctionalInterface
    public interface Save {
        void save(Transcript transcript) throws ProblemException;
    }
}
