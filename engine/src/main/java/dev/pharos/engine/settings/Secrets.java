package dev.pharos.engine.settings;

import dev.pharos.engine.problem.ProblemException;

import java.util.Optional;

/// Access keys, kept where only their owner can read them: never in the settings file, a log, a
/// message or a backup. Any thread.
public interface Secrets {

    /// @param name such as `chat/work`
    Optional<String> find(String name) throws ProblemException;

    /// Whether there is one, asked without taking it out where that is possible.
    default boolean has(String name) throws ProblemException {
        return find(name).isPresent();
    }

    /// Keeps it in the place of what had this name.
    void keep(String name, String secret) throws ProblemException;

    /// Forgets it, if it is there.
    void forget(String name) throws ProblemException;

    /// Where the next one would be kept.
    Place place();

    /// Where secrets are kept.
    enum Place {
        /// The platform's own: macOS Keychain, Windows Credential Manager, Secret Service.
        PLATFORM,
        /// A file that its owner alone may read.
        OWNER_ONLY_FILE
    }
}
