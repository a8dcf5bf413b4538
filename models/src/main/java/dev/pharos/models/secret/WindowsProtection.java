package dev.pharos.models.secret;

import dev.pharos.engine.settings.Secrets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Data Protection API of Windows, through PowerShell: encrypts for the user who is signed in.
/// The ticket is what came out; it is worth nothing to anybody else.
final class WindowsProtection implements Vault {
    private static final SystemProgram PROGRAM = new SystemProgram(Map.of());
    private static final String SCRIPT =
            "Add-Type -AssemblyName System.Security; "
                    + "$in = [Convert]::FromBase64String([Console]::In.ReadLine()); "
                    + "$out = [Security.Cryptography.ProtectedData]::%s($in, $null, 'CurrentUser'); "
                    + "[Console]::Out.Write([Convert]::ToBase64String($out))";

    @Override
    public boolean reachable() {
        try {
            return !protect("Pharos".getBytes(StandardCharsets.UTF_8)).isEmpty();
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public Secrets.Place place() {
        return Secrets.Place.ENCRYPTED_FILE;
    }

    @Override
    public String keep(String name, String secret) throws IOException {
        return protect(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String protect(byte[] secret) throws IOException {
        return run("Protect", Base64.getEncoder().encodeToString(secret));
    }

    @Override
    public Optional<String> find(String ticket) throws IOException {
        byte[] secret = Base64.getDecoder().decode(run("Unprotect", ticket));
        return Optional.of(new String(secret, StandardCharsets.UTF_8));
    }

    @Override
    public void forget(String ticket) {}

    private static String run(String step, String input) throws IOException {
        var command =
                List.of(
                        "powershell.exe",
                        "-NoProfile",
                        "-NonInteractive",
                        "-Command",
                        SCRIPT.formatted(step));
        var outcome = PROGRAM.run(command, input + "\n");
        if (outcome.code() != 0 || outcome.out().isBlank()) {
            throw outcome.failure(command);
        }
        return outcome.out().strip();
    }
}
