package dev.pharos.models.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs a program of the system that keeps secrets. What is secret goes through its standard input,
/// never through its arguments, which every user of the machine can list.
final class SystemProgram {

    /// Its user may have to type a password.
    private static final int LIMIT_SECONDS = 60;

    private static final int LONGEST_COMPLAINT = 200;

    /// @param code the exit status
    record Outcome(int code, String out, String err) {

        boolean quietlyFailed() {
            return code != 0 && err.isBlank();
        }

        /// What the program says of its failure.
        IOException failure(List<String> command) {
            String said = err.strip().replaceAll("\\s+", " ");
            return new IOException(
                    said.isEmpty()
                            ? command.getFirst() + ": " + code
                            : said.substring(0, Math.min(said.length(), LONGEST_COMPLAINT)));
        }
    }

    private final Map<String, String> environment;

    /// @param environment in addition to that of this process
    SystemProgram(Map<String, String> environment) {
        this.environment = environment;
    }

    /// @param input short, as everything these programs read and write
    Outcome run(List<String> command, String input) throws IOException {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            try (var in = process.getOutputStream()) {
                in.write(input.getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command.getFirst() + ": " + LIMIT_SECONDS + " s");
            }
            return new Outcome(
                    process.exitValue(),
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
