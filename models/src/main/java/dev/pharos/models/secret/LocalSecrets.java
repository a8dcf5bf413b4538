package dev.pharos.models.secret;

import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Detail.Kind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.settings.Secrets;
import dev.pharos.models.secret.OwnerOnlyFile.Entry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Keeps secrets in the platform's key store, and where that is not reachable in a file that its
/// owner alone may read. A register in that file knows which of them there are and where, so that
/// the key store is asked for nothing that it does not have. Any thread; a call may block while the
/// system asks its user to unlock the key store.
public final class LocalSecrets implements Secrets {

    /// Set to `file`, no key store is used, as suits a machine that nobody sits at.
    private static final String CHOICE = "PHAROS_SECRETS";

    private static final Logger LOG = LoggerFactory.getLogger(LocalSecrets.class);

    private final OwnerOnlyFile file;
    private final @Nullable Vault vault;
    private @Nullable Boolean platform;

    LocalSecrets(Path file, @Nullable Vault vault) {
        this.file = new OwnerOnlyFile(file);
        this.vault = vault;
    }

    /// Those of the user who runs this process. Starts and makes nothing yet.
    ///
    /// @param file the register
    /// @param environment of the process
    public static LocalSecrets ofThisMachine(Path file, Map<String, String> environment) {
        return new LocalSecrets(
                file,
                "file".equals(environment.get(CHOICE))
                        ? null
                        : vault(System.getProperty("os.name").toLowerCase(Locale.ROOT)));
    }

    private static Vault vault(String system) {
        if (system.startsWith("windows")) {
            return new WindowsProtection();
        }
        return system.startsWith("mac") ? new MacKeychain() : new SecretService();
    }

    @Override
    public synchronized Optional<String> find(String name) throws ProblemException {
        var entry = entries().get(name);
        if (entry == null) {
            return Optional.empty();
        }
        return switch (entry.place()) {
            case OWNER_ONLY_FILE -> Optional.of(entry.value());
            case PLATFORM, ENCRYPTED_FILE -> inVault(entry.value());
        };
    }

    private Optional<String> inVault(String ticket) throws ProblemException {
        if (vault == null) {
            throw new ProblemException(
                    new Problem.SecretsUnavailable(Detail.of(Kind.KEY_STORE_OFF)));
        }
        try {
            return vault.find(ticket);
        } catch (IOException e) {
            throw unavailable(Kind.KEY_STORE_LOCKED, e);
        }
    }

    @Override
    public synchronized boolean has(String name) throws ProblemException {
        return entries().containsKey(name);
    }

    @Override
    public synchronized void keep(String name, String secret) throws ProblemException {
        entries(); // a register that cannot be read gets no more
        letGoQuietly(put(name, kept(name, secret)));
    }

    private Entry kept(String name, String secret) {
        if (vault != null && place() != Place.OWNER_ONLY_FILE) {
            try {
                String ticket = vault.keep(name, secret);
                if (vault.find(ticket).equals(Optional.of(secret))) {
                    return new Entry(vault.place(), ticket);
                }
                vault.forget(ticket);
                LOG.warn("the key store changed what it was to keep");
            } catch (IOException e) {
                LOG.warn("the key store keeps nothing: {}", e.getMessage());
            }
            platform = false;
        }
        return new Entry(Place.OWNER_ONLY_FILE, secret);
    }

    /// The key store is not asked: the ticket alone gets the other name.
    @Override
    public synchronized void move(String from, String to) throws ProblemException {
        var moved = entries().get(from);
        if (moved != null && !from.equals(to)) {
            letGoQuietly(put(to, moved));
            put(from, null);
        }
    }

    @Override
    public synchronized void forget(String name) throws ProblemException {
        var gone = entries().get(name);
        if (gone != null) {
            put(name, null);
            letGoQuietly(gone);
        }
    }

    /// A rest in a key store that cannot be reached is one that nobody can read either.
    private void letGoQuietly(@Nullable Entry entry) {
        if (vault == null || entry == null || entry.place() == Place.OWNER_ONLY_FILE) {
            return;
        }
        try {
            vault.forget(entry.value());
        } catch (IOException e) {
            LOG.warn("the key store keeps what is no longer wanted: {}", e.getMessage());
        }
    }

    @Override
    public synchronized Place place() {
        if (platform == null) {
            platform = vault != null && vault.reachable();
        }
        return platform && vault != null ? vault.place() : Place.OWNER_ONLY_FILE;
    }

    private Map<String, Entry> entries() throws ProblemException {
        try {
            return file.read();
        } catch (IOException e) {
            throw unavailable(Kind.KEYS_UNREADABLE, e);
        }
    }

    private @Nullable Entry put(String name, @Nullable Entry entry) throws ProblemException {
        try {
            return file.put(name, entry);
        } catch (IOException e) {
            throw unavailable(Kind.KEYS_UNWRITABLE, e);
        }
    }

    private static ProblemException unavailable(Kind kind, IOException e) {
        return new ProblemException(new Problem.SecretsUnavailable(Detail.of(kind, message(e))), e);
    }

    private static String message(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
