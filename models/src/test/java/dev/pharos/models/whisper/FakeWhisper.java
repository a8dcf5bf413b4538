package dev.pharos.models.whisper;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// A library that looks like a build of whisper.cpp for GPUs, compiled where there is a C compiler.
enum FakeWhisper {
    WORKS,
    ABORTS,
    NO_MEMORY,
    NO_GPU,
    FOREIGN,
    INCOMPLETE,
    DEADLY;

    private static final Path SOURCE = Path.of("src/test/resources/whisper/fake.c");

    /// Skips the test where it cannot be compiled.
    ///
    /// @return its folder
    Path in(Path parent) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                System.getProperty("os.name", "").startsWith("Linux"), "compiles on Linux only");
        Path folder = Files.createDirectories(parent.resolve(name().toLowerCase(Locale.ROOT)));
        var compiler =
                new ProcessBuilder(
                        "gcc",
                        "-shared",
                        "-fPIC",
                        "-D" + name(),
                        "-o",
                        folder.resolve("libwhisper.so").toString(),
                        SOURCE.toString());
        try {
            var run = compiler.inheritIO().start();
            Assumptions.assumeTrue(
                    run.waitFor(2, TimeUnit.MINUTES) && run.exitValue() == 0, "gcc failed");
        } catch (IOException e) {
            Assumptions.abort("there is no gcc: " + e.getMessage());
        }
        return folder;
    }
}
