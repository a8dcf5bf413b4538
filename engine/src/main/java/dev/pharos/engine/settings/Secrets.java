package dev.pharos.engine.settings;

import dev.pharos.engine.problem.ProblemException;

import java.util.Optional;

/// Access keys, kept where only their owner can read them: never in the settings file, a log, a
/// message or a backup. Any thread.
public interface Secrets {

    /// @param name such as `chat/work`
    Optional<String> find(String name) throws ProblemException;

    void keep(String name, String secret) throws ProblemException;

    /// Forgets it, if it is there.
    void forget(String name) throws ProblemException;

    /// Which place it is.
    Place place();

    /// Where secrets are kept.
    enum Place {
        /// The platform's own: macOS Keychain, Windows Credential Manager, Secret Service.
        PLATFORM,
        /// A file that its owner alone may read.
        OWNER_ONLY_FILE
    }
}
