package dev.pharos.models.secret;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The Secret Service of a Linux desktop (GNOME Keyring, KWallet, KeePassXC), through `secret-tool`
/// of libsecret.
final class SecretService implements Vault {
    private static final String TOOL = "secret-tool";

    private final SystemProgram program;

    /// On the bus of the user's session.
    SecretService() {
        this.program = new SystemProgram(Map.of());
    }

    /// @param bus the address of another one
    SecretService(String bus) {
        this.program = new SystemProgram(Map.of("DBUS_SESSION_BUS_ADDRESS", bus));
    }

    /// Without a bus, without a service on it and without the program it complains; a secret that
    /// is not there it does not even mention.
    @Override
    public boolean reachable() {
        try {
            return program.run(command("lookup", "none"), "").quietlyFailed();
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public String keep(String name, String secret) throws IOException {
        String ticket = UUID.randomUUID().toString();
        var command =
                List.of(
                        TOOL,
                        "store",
                        "--label=Pharos: " + name,
                        "application",
                        "pharos",
                        "ticket",
                        ticket);
        var outcome = program.run(command, secret);
        if (outcome.code() != 0) {
            throw outcome.failure(command);
        }
        return ticket;
    }

    @Override
    public Optional<String> find(String ticket) throws IOException {
        var command = command("lookup", ticket);
        var outcome = program.run(command, "");
        if (outcome.code() == 0) {
            return Optional.of(outcome.out());
        }
        if (outcome.quietlyFailed()) {
            return Optional.empty();
        }
        throw outcome.failure(command);
    }

    @Override
    public void forget(String ticket) throws IOException {
        var command = command("clear", ticket);
        var outcome = program.run(command, "");
        if (outcome.code() != 0 && !outcome.quietlyFailed()) {
            throw outcome.failure(command);
        }
    }

    private static List<String> command(String action, String ticket) {
        return List.of(TOOL, action, "application", "pharos", "ticket", ticket);
    }
}
