package dev.pharos.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The real program, run as its users run it: in a process of its own, with a home of its own. Only
/// the cache of unpacked natives is shared by all tests.
final class Program {
    private static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();
    private static final Path ENV = Path.of("/usr/bin/env");
    private static final long LIMIT_SECONDS = 1_200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// What a finished run left behind.
    record Outcome(int code, String out, String err) {
        JsonNode json() {
            return parsed(out);
        }

        List<JsonNode> jsonLines() {
            return out.lines().map(Program::parsed).toList();
        }
    }

    private final Path home;

    Program(Path home) {
        this.home = home;
    }

    Path data() {
        return home.resolve("data/pharos");
    }

    Path library() {
        return data().resolve("library");
    }

    Outcome run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /// Runs to the end; what it prints goes to a place that may not take it.
    Outcome runInto(Path place, String... arguments) throws IOException, InterruptedException {
        var err = Files.createTempFile(home, "err", ".txt");
        var process =
                builder(arguments)
                        .redirectOutput(place.toFile())
                        .redirectError(err.toFile())
                        .start();
        return new Outcome(process.waitFor(), "", Files.readString(err));
    }

    /// Runs to the end.
    Outcome run(Map<String, String> environment, String... arguments) {
        try {
            var out = Files.createTempFile(home, "out", ".txt");
            var err = Files.createTempFile(home, "err", ".txt");
            var builder = builder(arguments);
            builder.environment().putAll(environment);
            var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + Arrays.toString(arguments));
            }
            return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a transcription without a library has kept so far, by anyone.
    List<Path> keptWindows() throws IOException {
        var kept = CACHE.resolve("pharos/transcriptions");
        if (!Files.isDirectory(kept)) {
            return List.of();
        }
        try (var files = Files.walk(kept)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (UncheckedIOException _) {
            return List.of(); // it has just been cleared
        }
    }

    /// Starts and returns at once; standard output is a pipe. Hears Ctrl-C even where these tests
    /// run in the background of a shell that has it ignored.
    Process start(String... arguments) throws IOException {
        var builder = builder(arguments);
        if (OS.LINUX.isCurrentOs() && Files.isExecutable(ENV)) {
            builder.command().addAll(0, List.of(ENV.toString(), "--default-signal=INT"));
        }
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder builder(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.pharos.app.Main"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment()
                .putAll(
                        Map.of(
                                "PHAROS_SECRETS", "file",
                                "LC_ALL", "C.UTF-8",
                                "XDG_DATA_HOME", home.resolve("data").toString(),
                                "XDG_CONFIG_HOME", home.resolve("config").toString(),
                                "XDG_CACHE_HOME", CACHE.toString()));
        return builder;
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + json, e);
        }
    }

    static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
