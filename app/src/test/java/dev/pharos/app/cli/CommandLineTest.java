package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.app.cli.Program.Outcome;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

/// What docs/cli.md promises of the commands that read, against one library of the demo's samples.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommandLineTest {
    private static final String QUESTION = "Who designed the lighthouse of Alexandria?";

    private final Program program;
    private final Path home;
    private final Outcome imported;

    CommandLineTest(@TempDir Path home) throws IOException {
        this.home = home;
        program = new Program(home);
        Samples.unpack(home.resolve("samples"));
        Files.writeString(home.resolve("samples/empty.txt"), "");
        imported = program.run("--json", "import", home.resolve("samples").toString());
    }

    @BeforeAll
    void theSamplesAreImported() {
        assertEquals("", imported.err());
    }

    @Test
    void importPrintsALineForEachFileAndThenTotals() {
        var lines = imported.jsonLines();
        var file =
                lines.stream()
                        .filter(line -> line.path("path").asText().endsWith("lenses.pdf"))
                        .findFirst()
                        .orElseThrow();
        var totals = lines.getLast();
        assertAll(
                () -> assertEquals(13, lines.size()),
                () ->
                        assertEquals(
                                List.of(
                                        "path",
                                        "status",
                                        "sourceId",
                                        "kind",
                                        "passages",
                                        "problem"),
                                Program.names(file)),
                () -> assertEquals("imported", file.get("status").asText()),
                () -> assertEquals("pdf", file.get("kind").asText()),
                () -> assertTrue(file.get("problem").isNull()),
                () ->
                        assertEquals(
                                List.of(12, 11, 0, 0, 0, 1),
                                List.of(
                                        totals.get("files").asInt(),
                                        totals.get("imported").asInt(),
                                        totals.get("updated").asInt(),
                                        totals.get("unchanged").asInt(),
                                        totals.get("duplicate").asInt(),
                                        totals.get("failed").asInt())));
    }

    @Test
    void aPictureInAFolderIsLeftOutAndNoFailure(@TempDir Path fresh) throws IOException {
        var folder = Files.createDirectory(fresh.resolve("vault"));
        Files.writeString(folder.resolve("note.md"), "# Lamp\n\nA light is shown at night.");
        var picture = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        assertTrue(ImageIO.write(picture, "png", folder.resolve("alone.png").toFile()));
        var outcome = new Program(fresh).run("import", "--no-wait", folder.toString());
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.err()),
                () -> assertTrue(outcome.err().startsWith("1 picture was left out"), outcome.err()),
                () -> assertTrue(outcome.out().startsWith("1 file: 1 new"), outcome.out()));
    }

    @Test
    void oneBadFileFailsAloneAndIsNamedByTheExitCode() {
        var bad =
                imported.jsonLines().stream()
                        .filter(line -> line.path("status").asText().equals("failed"))
                        .toList();
        assertAll(
                () -> assertEquals(ExitCode.SOME_FAILED, imported.code()),
                () -> assertEquals(1, bad.size()),
                () ->
                        assertEquals(
                                home.resolve("samples/empty.txt") + ": the file is empty.",
                                bad.getFirst().get("problem").asText()));
    }

    @Test
    void embedderTellsWhichModelIsSearchedWith() {
        var shown = program.run("embedder", "--json").json();
        assertAll(
                () ->
                        assertEquals(
                                List.of(
                                        "current",
                                        "next",
                                        "embedded",
                                        "total",
                                        "previous",
                                        "available",
                                        "problem",
                                        "device"),
                                Program.names(shown)),
                () -> assertEquals("all-MiniLM-L6-v2/int8", shown.get("current").asText()));
    }

    @Test
    void listNamesEverySource() {
        var listed = program.run("list", "--json");
        assertAll(
                () -> assertEquals(ExitCode.DONE, listed.code()),
                () -> assertEquals("", listed.err()),
                () ->
                        assertEquals(
                                Set.of(
                                        "The Lighthouse of Alexandria",
                                        "Report on the ranges of harbour lights",
                                        "From fires to lenses",
                                        "How to read a light",
                                        "Lens orders",
                                        "The keeper's year",
                                        "Your visit to the lens room",
                                        "Visit to Alexandria",
                                        "Voice memo",
                                        "Keeper's glossary",
                                        "Александрийский маяк"),
                                listed.jsonLines().stream()
                                        .map(line -> line.get("title").asText())
                                        .collect(Collectors.toSet())));
    }

    @Test
    void showTakesTheBeginningOfAnId() {
        var id =
                program.run("list")
                        .out()
                        .lines()
                        .filter(line -> line.endsWith("Keeper's glossary"))
                        .findFirst()
                        .orElseThrow()
                        .substring(0, 8);
        var shown = program.run("show", id, "--json").json();
        assertAll(
                () -> assertTrue(shown.at("/source/id").asText().startsWith(id)),
                () -> assertEquals("note", shown.at("/source/kind").asText()),
                () ->
                        assertEquals(
                                "[\"glossary\",\"harbour\"]", shown.at("/source/tags").toString()),
                () ->
                        assertTrue(
                                shown.at("/document/text")
                                        .asText()
                                        .contains("The loom is the glow")));
    }

    @ParameterizedTest
    @CsvSource({
        "hybrid, rings of glass prisms, From fires to lenses",
        "keyword, mercury, From fires to lenses",
        "meaning, a craftsman repaired the frost-bitten handrail, The keeper's year",
    })
    void everyModeFindsTheRightSource(String mode, String query, String title) {
        var found = program.run("search", "--json", "--mode", mode, query);
        assertAll(
                () -> assertEquals("", found.err()),
                () -> assertEquals(mode, found.json().get("mode").asText()),
                () -> assertEquals(title, found.json().at("/hits/0/source/title").asText()));
    }

    @Test
    void searchPrintsTheShapeThatOtherProgramsRelyOn() {
        var found =
                program.run("--json", "search", "-k", "1", "first Fresnel lens Cordouan").json();
        var passage = found.at("/hits/0/passage");
        assertAll(
                () ->
                        assertEquals(
                                List.of("query", "mode", "tookMs", "hits"), Program.names(found)),
                () -> assertEquals(1, found.get("hits").size()),
                () ->
                        assertEquals(
                                List.of("rank", "score", "source", "passage", "startMs", "endMs"),
                                Program.names(found.at("/hits/0"))),
                () ->
                        assertEquals(
                                List.of("id", "kind", "title", "path"),
                                Program.names(found.at("/hits/0/source"))),
                () ->
                        assertEquals(
                                List.of(
                                        "id",
                                        "text",
                                        "page",
                                        "heading",
                                        "paragraph",
                                        "startMs",
                                        "endMs",
                                        "startOffset",
                                        "endOffset"),
                                Program.names(passage)),
                () -> assertEquals(3, passage.get("page").asInt()),
                () -> assertTrue(passage.get("startMs").isNull()),
                () ->
                        assertEquals(
                                passage.get("text").asText().length(),
                                passage.get("endOffset").asInt()
                                        - passage.get("startOffset").asInt()));
    }

    @Test
    void aScoreIsExplainedByWhatItIsTheSumOf() {
        var hit = program.run("--json", "search", "--explain", "Fresnel lens").json().at("/hits/0");
        double sum = 0;
        for (var share : hit.get("shares")) {
            sum += share.asDouble();
        }
        assertEquals(
                List.of("words", "meaning", "whole", "beside"), Program.names(hit.get("shares")));
        assertEquals(hit.get("score").asDouble(), sum, 1e-9);
    }

    @Test
    void askAnswersWithTheWordsThatProveIt() {
        var answered = program.run("--json", "ask", QUESTION);
        var answer = answered.json();
        var citation = answer.at("/citations/0");
        assertAll(
                () -> assertEquals("", answered.err()),
                () ->
                        assertEquals(
                                List.of(
                                        "question",
                                        "answer",
                                        "supported",
                                        "model",
                                        "local",
                                        "tookMs",
                                        "citations",
                                        "passagesUsed",
                                        "passagesMeant",
                                        "mode",
                                        "understood",
                                        "rewrittenBy",
                                        "sentences",
                                        "table",
                                        "stopped",
                                        "conversation",
                                        "earlier",
                                        "standing",
                                        "next_actions"),
                                Program.names(answer)),
                () ->
                        assertEquals(
                                List.of("open", "create_note"),
                                answer.get("next_actions")
                                        .valueStream()
                                        .map(each -> each.get("action").asText())
                                        .toList()),
                () -> assertTrue(answer.get("supported").asBoolean()),
                () -> assertTrue(answer.get("local").asBoolean()),
                () -> assertEquals("built-in", answer.get("model").asText()),
                () ->
                        assertTrue(
                                answer.get("answer").asText().contains("Sostratus of Cnidus. [1]")),
                () ->
                        assertEquals(
                                List.of(
                                        "marker",
                                        "sourceId",
                                        "title",
                                        "page",
                                        "paragraph",
                                        "startMs",
                                        "endMs",
                                        "startOffset",
                                        "endOffset",
                                        "quote"),
                                Program.names(citation)),
                () -> assertEquals("The Lighthouse of Alexandria", citation.get("title").asText()));
    }

    @Test
    void askRefusesWhatTheLibraryDoesNotKnow() {
        var refused =
                program.run("--json", "ask", "Who won the football world cup in 1998?").json();
        assertAll(
                () -> assertFalse(refused.get("supported").asBoolean()),
                () -> assertEquals("", refused.get("answer").asText()),
                () -> assertEquals("[]", refused.get("citations").toString()));
    }

    @Test
    void aRunNamesEachDocumentOnceByItsBestPassage() throws IOException {
        var queries = Files.writeString(home.resolve("q.tsv"), "q1\tFresnel lens\nq2\tмаяк\n");
        var run = home.resolve("out.run");
        var done =
                program.run(
                        "search",
                        "-k",
                        "3",
                        "--queries",
                        queries.toString(),
                        "--run",
                        run.toString());
        var lines = Files.readAllLines(run).stream().map(line -> line.split(" ")).toList();
        var first = lines.getFirst();
        assertAll(
                () -> assertEquals(ExitCode.DONE, done.code()),
                () -> assertEquals("", done.out()),
                () -> assertTrue(lines.stream().allMatch(line -> line[0].matches("q[12]"))),
                () ->
                        assertEquals(
                                lines.size(),
                                lines.stream().map(line -> line[0] + line[2]).distinct().count()),
                () ->
                        assertEquals(
                                "q1 Q0 1",
                                first[0] + " " + first[1] + " " + first[first.length - 3]));
    }

    @Test
    void aCountBeyondTheLibraryGivesAllOfIt() throws IOException {
        var queries = Files.writeString(home.resolve("all.tsv"), "q 1\tlight\n");
        var run = home.resolve("all.run");
        var most = "1000000000";
        var hits = program.run("--json", "search", "-k", most, "light");
        var written =
                program.run(
                        "search", "-k", most, "--queries", queries.toString(), "--run", "" + run);
        var lines = Files.readAllLines(run);
        assertAll(
                () -> assertEquals(ExitCode.DONE, hits.code(), hits.err()),
                () -> assertTrue(hits.json().get("hits").size() > 10),
                () -> assertEquals(ExitCode.DONE, written.code(), written.err()),
                () -> assertEquals(10, lines.size()),
                () -> assertTrue(lines.stream().allMatch(line -> line.split("\\s").length == 6)),
                () ->
                        assertTrue(
                                lines.stream()
                                        .anyMatch(line ->
                                                line.contains(" Harbour_museum_-_your_visit "))));
    }

    @Test
    void doctorFindsTheLibrarySound() {
        var outcome = program.run("doctor", "--json");
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.out()),
                () -> assertTrue(outcome.json().get("sound").asBoolean()),
                () -> assertTrue(outcome.out().contains("\"whisper.cpp 1.7.1, demo, CPU\"")),
                () -> assertEquals(11, outcome.json().at("/check/sources").asInt()),
                () ->
                        assertEquals(
                                outcome.json().at("/check/passages").asInt(),
                                outcome.json().at("/check/vectors").asInt()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"transcription\":{\"model\":\"absent\"}}", "{\"transcription\":"})
    void doctorTellsThatTheChosenModelOrTheSettingsAreOfNoUse(String settings, @TempDir Path fresh)
            throws IOException {
        var file = fresh.resolve("config/pharos/settings.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, settings);
        var outcome = new Program(fresh).run("doctor");
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, outcome.code(), outcome.out()),
                () ->
                        assertTrue(
                                outcome.out().contains("chosen model for speech: There is no model")
                                        || outcome.out().contains(file + " cannot be used (1:"),
                                outcome.out()));
    }
}
