package dev.pharos.app.measure;

import dev.pharos.app.Folders;
import dev.pharos.app.Wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Where the measurements work: the checkout they measure, a folder of their own in its `target`,
/// and the data for tests, which is not part of the project.
///
/// @param root of the checkout
/// @param folder is kept from run to run
record Bench(Path root, Path folder) {

    static Bench in(Path root) throws IOException {
        var folder = root.resolve("target/measure");
        Files.createDirectories(folder);
        return new Bench(root, folder);
    }

    /// A part of `../shared/data`, if it is there.
    Optional<Path> shared(String part) {
        return Optional.of(root.resolveSibling("shared").resolve("data").resolve(part))
                .filter(Files::isDirectory);
    }

    /// Clips of speech with known words, if they are there.
    Optional<Path> clips() {
        return Optional.of(root.resolveSibling("shared").resolve("speech/clips"))
                .filter(Files::isDirectory);
    }

    static Figure lacking(String part) {
        return Figure.of("not measured", "needs ../shared/data/%s beside the checkout", part);
    }

    Wiring wiring() {
        return new Wiring(new Folders(folder.resolve("data"), folder.resolve("config"), cache()));
    }

    /// Unpacked natives and models.
    Path cache() {
        return folder.resolve("cache");
    }

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /// An empty folder; what lay there from an earlier run is deleted.
    Path empty(String name) throws IOException {
        var fresh = folder.resolve(name);
        if (Files.exists(fresh)) {
            try (var old = Files.walk(fresh)) {
                for (var path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(fresh);
    }

    static void tell(String line) {
        System.err.printf(
                "%tT  %s%n", Instant.now().atZone(java.time.ZoneId.systemDefault()), line);
    }
}
