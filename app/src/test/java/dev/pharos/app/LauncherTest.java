package dev.pharos.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The script `pharos` in a project whose build writes a line, and whose Java says `started`.
@Timeout(600)
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "pharos");

    @TempDir Path project;

    @BeforeEach
    void makeProject() throws IOException {
        Files.copy(LAUNCHER, project.resolve("pharos"));
        var jdk = project.resolve("jdk");
        script(
                jdk.resolve("bin/java"),
                "printf '%s\\n' \"$@\" >'" + project.resolve("arguments") + "'",
                "echo started");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
        script(
                project.resolve("mvnw"),
                "[ \"$1\" != --print-jdk ] || { echo '" + jdk + "'; exit; }",
                "mkdir -p app/target/lib; echo built >>builds");
        Files.createDirectories(project.resolve("target"));
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("not executable: " + file);
        }
    }

    private Process start(String... words) throws IOException {
        var command = new ArrayList<>(List.of("sh", project.resolve("pharos").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_HOME");
        return builder.redirectErrorStream(true).start();
    }

    private void startWithLock(String content) throws Exception {
        Files.writeString(project.resolve("target/launcher.lock"), content);
        try (var said = start("list").inputReader()) {
            assertEquals(List.of("started"), said.lines().toList());
        }
        assertEquals(List.of(), locks());
    }

    private List<String> locks() throws IOException {
        try (var files = Files.list(project.resolve("target"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("lock"))
                    .toList();
        }
    }

    @Test
    void aLockThatAFullDiskLeftEmptyIsTakenOver() throws Exception {
        startWithLock("");
    }

    @Test
    void aLockWhoseNumberBelongsToAnotherProcessNowIsTakenOver() throws Exception {
        startWithLock(ProcessHandle.current().pid() + " launcher-of-yesterday\n");
    }

    @Test
    void manyStartsBuildOnce() throws Exception {
        var starts = new ArrayList<Process>();
        for (int i = 0; i < 4; i++) {
            starts.add(start("list"));
        }
        for (var each : starts) {
            assertEquals(0, each.waitFor());
        }
        assertEquals(List.of("built"), Files.readAllLines(project.resolve("builds")));
    }

    private String memory(String... words) throws Exception {
        assertEquals(0, start(words).waitFor());
        return Files.readAllLines(project.resolve("arguments")).stream()
                .filter(argument -> argument.startsWith("-Xmx"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyTheWindowGetsTheMemoryOfAWindow() throws Exception {
        assertEquals("-Xmx640m", memory());
        assertEquals("-Xmx640m", memory("--library", "list", "--capture"));
        assertEquals("-Xmx640m", memory("--json", "open", "--capture"));
        assertEquals("-Xmx320m", memory("any-command-that-may-ever-come"));
        assertEquals("-Xmx320m", memory("--library", "open", "--json", "notes", "new", "open"));
        assertEquals("-Xmx320m", memory("--help"));
    }
}
