package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Lets the shared hostile files loose on the extractor.
class HostileFilesTest {

    private static final Duration BOUND = Duration.ofMinutes(3);

    @Test
    void everyHostileFileEndsInBoundedTimeAsDocumentOrProblem() throws IOException {
        var folder = SharedData.folder("hostile");
        var checks = new ArrayList<Executable>();
        try (var extractor = new IsolatedExtractor()) {
            for (var row : SharedData.manifest(folder)) {
                var file = folder.resolve(row.get("file").asText());
                var begin = Instant.now();
                var outcome = outcome(file, extractor);
                var took = Duration.between(begin, Instant.now());
                System.out.printf(
                        "%-70s %6d ms %s%n", file.getFileName(), took.toMillis(), outcome);
                checks.add(
                        () -> assertTrue(took.compareTo(BOUND) < 0, () -> file + " took " + took));
            }
        }
        assertAll(checks);
    }

    private static String outcome(Path file, Extractor extractor) {
        try {
            var document = extractor.extract(file, file.getFileName());
            return (document.complete() ? "whole, " : "part, ") + document.text().length();
        } catch (ProblemException e) {
            return e.problem().toString();
        }
    }

    @Test
    void archivesAreRefusedAndNothingIsUnpacked() throws IOException {
        var folder = SharedData.folder("hostile").resolve("files");
        var before = list(folder);
        try (var extractor = new DirectExtractor()) {
            for (var name : List.of("zip-slip-win.zip", "zip-slip-win.tar", "quine.gz")) {
                assertTrue(
                        problem(folder.resolve(name), extractor)
                                instanceof Problem.UnsupportedFormat,
                        name);
            }
        }
        assertEquals(before, list(folder));
    }

    private static Problem problem(Path file, Extractor extractor) {
        try {
            throw new AssertionError(extractor.extract(file, file.getFileName()));
        } catch (ProblemException e) {
            return e.problem();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }
}
