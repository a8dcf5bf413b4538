package dev.pharos.models.secret;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pharos.engine.settings.Secrets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// GNOME Keyring on a bus of its own, with a keyring of its own that a password has unlocked.
final class SecretServiceTest extends SecretsContract {
    private static final List<String> PROGRAMS =
            List.of("dbus-run-session", "gnome-keyring-daemon", "secret-tool");
    private static final String SESSION =
            """
            printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || exit 1
            echo "$DBUS_SESSION_BUS_ADDRESS"
            read -r end
            """;

    @TempDir static Path home;
    private static Process session;
    private static String bus = "";

    @BeforeAll
    static void start() throws IOException {
        for (String program : PROGRAMS) {
            assumeTrue(onPath(program), program + " is not installed");
        }
        var builder = new ProcessBuilder("dbus-run-session", "--", "sh", "-c", SESSION);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        session = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        bus = new BufferedReader(session.inputReader(StandardCharsets.UTF_8)).readLine();
        assumeTrue(bus != null && !bus.isEmpty(), "no bus with a keyring can be started here");
    }

    @AfterAll
    static void end() throws Exception {
        if (session != null) {
            session.getOutputStream().close();
            session.waitFor();
        }
    }

    private static boolean onPath(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Override
    Secrets opened() {
        return new LocalSecrets(register(), new SecretService(bus));
    }

    @Override
    Secrets.Place place() {
        return Secrets.Place.PLATFORM;
    }
}
