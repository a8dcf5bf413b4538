package dev.pharos.engine.transcription;

import dev.pharos.engine.transcription.SpeechToText.Recognised;

import java.util.Optional;

/// What is already recognised of a piece of sound, window by window, so that a killed run goes on
/// where it stopped. `key` names the sound, first, and everything that the result depends on. Safe
/// for use by several threads.
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
                public void clear(String sound) {}
            };

    Optional<Recognised> find(String key, int window);

    /// Durable when it returns.
    void save(String key, int window, Recognised recognised);

    /// Forgets all windows of every key that begins with `sound`: its transcript is saved.
    void clear(String sound);
}
