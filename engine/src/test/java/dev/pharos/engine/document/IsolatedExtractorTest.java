package dev.pharos.engine.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.SampleFiles.Words;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.ChildJvm;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class IsolatedExtractorTest extends ExtractorContract {

    private static final Duration SHORT = Duration.ofSeconds(5);

    @Override
    Extractor extractor() {
        return new IsolatedExtractor();
    }

    @Test
    void onlyTheFileThatCrashesTheChildFails() throws Exception {
        assertEquals(
                List.of(
                        "Fine.",
                        "Fine.",
                        new Problem.DamagedFile(Path.of("crash.pdf")).toString(),
                        "Fine."),
                outcomes("a.pdf", "b.pdf", "crash.pdf", "c.pdf"));
    }

    @Test
    void onlyTheFileThatExhaustsTheMemoryFails() throws Exception {
        assertEquals(
                List.of("Fine.", new Problem.ExpandsTooFar(Path.of("hog.pdf")).toString(), "Fine."),
                outcomes("a.pdf", "hog.pdf", "b.pdf"));
    }

    @Test
    void onlyTheFileThatNeverEndsFails() throws Exception {
        assertEquals(
                List.of(
                        "Fine.",
                        new Problem.TookTooLong(Path.of("hang.pdf"), SHORT).toString(),
                        "Fine."),
                outcomes("a.pdf", "hang.pdf", "b.pdf"));
    }

    @Test
    void aChildKilledFromOutsideIsReplaced() throws IOException, ProblemException {
        var file = SampleFiles.pdf(folder.resolve("a"), List.of(new Words(72, 700, "Fine.")));
        try (var extractor = new IsolatedExtractor()) {
            extractor.extract(file, file);
            var child = ProcessHandle.of(extractor.childPid().orElseThrow()).orElseThrow();
            child.destroyForcibly();
            child.onExit().join();
            assertEquals("Fine.", extractor.extract(file, file).text());
        }
    }

    @Test
    void aChildThatDoesNotStartIsNotBlamedOnTheFile() throws IOException {
        var file = SampleFiles.pdf(folder.resolve("a"), List.of(new Words(72, 700, "Fine.")));
        var broken = new ChildJvm.Recipe(ExtractionChild.class, List.of("-XX:NoSuchFlag"));
        try (var extractor = new IsolatedExtractor(broken, SHORT)) {
            assertThrows(IllegalStateException.class, () -> extractor.extract(file, file));
        }
    }

    @Test
    void smallPlainTextNeedsNoChild() throws IOException, ProblemException {
        var file = Files.writeString(folder.resolve("a.md"), "# Fine");
        try (var extractor = new IsolatedExtractor()) {
            extractor.extract(file, file);
            assertTrue(extractor.childPid().isEmpty());
        }
    }

    @Test
    void ofAVeryLongTextTheBeginningIsKept() throws IOException, ProblemException {
        var file = folder.resolve("a.txt");
        var paragraph = "The lamp was lit at dusk, \uD83D\uDD6F as every day.\n\n";
        Files.writeString(file, paragraph.repeat((25 << 20) / paragraph.length()));
        try (var extractor = new IsolatedExtractor()) {
            var document = extractor.extract(file, file);
            assertFalse(document.complete());
            assertEquals(Draft.MAX_LENGTH, document.text().length(), paragraph.length());
            assertTrue(document.text().length() <= Draft.MAX_LENGTH);
        }
    }

    @Test
    void ofATableOfVeryManyShortRowsTheFirstAreKept() throws IOException, ProblemException {
        var file = Files.writeString(folder.resolve("a.csv"), "7\n".repeat(10 << 20));
        try (var extractor = new IsolatedExtractor()) {
            var document = extractor.extract(file, file);
            assertFalse(document.complete());
            assertEquals(Draft.MAX_BLOCKS, document.blocks().size());
        }
    }

    /// Reads files of these names at once, as many as there are.
    private List<String> outcomes(String... names)
            throws IOException, InterruptedException, ExecutionException {
        var file = SampleFiles.pdf(folder.resolve("a"), List.of(new Words(72, 700, "Fine.")));
        var recipe = ReaderProcess.recipe(FaultyChild.class);
        try (var extractor = new IsolatedExtractor(recipe, SHORT);
                var threads = Executors.newFixedThreadPool(names.length)) {
            var jobs =
                    List.of(names).stream()
                            .map(name -> (Callable<String>) () -> outcome(extractor, file, name))
                            .toList();
            return threads.invokeAll(jobs).stream().map(IsolatedExtractorTest::value).toList();
        }
    }

    private static String outcome(Extractor extractor, Path file, String name) {
        try {
            return extractor.extract(file, Path.of(name)).text();
        } catch (ProblemException e) {
            return e.problem().toString();
        }
    }

    private static String value(Future<String> answer) {
        return answer.resultNow();
    }
}
