package dev.pharos.models.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The login keychain of macOS, through the system's own `security`. Its interactive mode reads
/// commands from standard input, so that the secret is no argument of a process.
final class MacKeychain implements Vault {
    private static final SystemProgram PROGRAM = new SystemProgram(Map.of());
    private static final String TOOL = "/usr/bin/security";

    /// The low byte of `errSecItemNotFound` (-25300).
    private static final int NOT_FOUND = 44;

    @Override
    public boolean reachable() {
        try {
            return PROGRAM.run(List.of(TOOL, "default-keychain"), "").code() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// Its interactive mode does not tell whether a command failed; reading back does.
    @Override
    public String keep(String name, String secret) throws IOException {
        String ticket = UUID.randomUUID().toString();
        var command = List.of(TOOL, "-i");
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        var outcome =
                PROGRAM.run(
                        command,
                        "add-generic-password -a %s -s Pharos -D \"access key\" -X %s%n"
                                .formatted(ticket, hex));
        if (find(ticket).isEmpty()) {
            throw outcome.failure(command);
        }
        return ticket;
    }

    @Override
    public Optional<String> find(String ticket) throws IOException {
        var command = List.of(TOOL, "find-generic-password", "-a", ticket, "-s", "Pharos", "-w");
        var outcome = PROGRAM.run(command, "");
        return switch (outcome.code()) {
            case 0 -> Optional.of(outcome.out().stripTrailing());
            case NOT_FOUND -> Optional.empty();
            default -> throw outcome.failure(command);
        };
    }

    @Override
    public void forget(String ticket) throws IOException {
        var command = List.of(TOOL, "delete-generic-password", "-a", ticket, "-s", "Pharos");
        var outcome = PROGRAM.run(command, "");
        if (outcome.code() != 0 && outcome.code() != NOT_FOUND) {
            throw outcome.failure(command);
        }
    }
}
