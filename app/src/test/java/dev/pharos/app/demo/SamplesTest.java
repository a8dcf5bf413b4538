package dev.pharos.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// The demo's bundled files.
final class SamplesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/pharos/app/demo");

    @Test
    void everySampleIsListedAndThere() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            var there =
                    files.filter(Files::isRegularFile)
                            .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                            .filter(name -> !Set.of("samples.txt", "questions.tsv").contains(name))
                            .collect(Collectors.toSet());
            assertEquals(there, new HashSet<>(Files.readAllLines(FOLDER.resolve("samples.txt"))));
        }
    }
}
