package dev.pharos.engine.transcription;

import dev.pharos.engine.transcription.SpeechToText.Recognised;

import java.util.Optional;

/// What is already recognised of a piece of sound, window by window, so that a killed run goes on
/// where it stopped. `key` names the sound and everything that the result depends on.
public interface Checkpoints {

    /// Keeps nothing.
    Checkpoints NONE =
            new Checkpoints() {
                @Override
                public Optional<Recognised> find(String key, int window) {
                    return Optional.empty();
                }

                @Override
                public void save(String key, int window, Recognised recognised) {}

                @Override
                public void clear(String key) {}
            };

    Optional<Recognised> find(String key, int window);

    /// Durable when it returns.
    void save(String key, int window, Recognised recognised);

    /// Forgets all windows of a key: the transcript is saved.
    void clear(String key);
}
