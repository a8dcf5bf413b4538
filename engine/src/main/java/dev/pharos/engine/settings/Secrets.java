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

    /// Gives it another name, in the place of what had that name; nothing where there is none.
    default void move(String from, String to) throws ProblemException {
        var secret = find(from);
        if (secret.isPresent()) {
            keep(to, secret.get());
            forget(from);
        }
    }

    /// Forgets it, if it is there: it is then found no more, also where a key store that cannot be
    /// reached keeps a rest of it that nobody can read.
    void forget(String name) throws ProblemException;

    /// Where the next one would be kept. May take as long as a program of the system does.
    Place place();

    /// Where secrets are kept.
    enum Place {
        /// The platform's own: macOS Keychain, Secret Service.
        PLATFORM,
        /// A file of the program, encrypted by the platform for the account of its owner: the Data
        /// Protection API of Windows.
        ENCRYPTED_FILE,
        /// A file that its owner alone may read.
        OWNER_ONLY_FILE
    }
}
