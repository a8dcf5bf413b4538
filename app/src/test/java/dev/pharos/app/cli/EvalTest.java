package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Evaluation on the command line.
final class EvalTest {
    private final Program program;
    private final Path home;

    EvalTest(@TempDir Path home) {
        this.home = home;
        program = new Program(home);
    }

    @Test
    void aSmallSetIsImportedSearchedAndAsked() throws IOException {
        var set = Files.createDirectories(home.resolve("set"));
        Files.writeString(
                set.resolve("corpus.jsonl"),
                """
                {"_id": "t", "title": "Pharos", "text": "The architect of the tower was Sostratus of Knidos."}
                {"_id": "u", "title": "Pharos", "text": "The architect of the tower was Sostratus of Knidos."}
                {"_id": "s", "title": "", "text": "The ship *Syracusia* was built by Archias of Corinth."}
                """);
        Files.writeString(
                set.resolve("queries.jsonl"),
                "{\"_id\": \"q\", \"text\": \"Who was the architect of the tower?\", \"answers\": [\"Sostratus of Knidos\"]}\n");
        Files.writeString(set.resolve("qrels.tsv"), "q\tt\t1\nq\tu\t1\n");

        var outcome = program.run("--json", "eval", set.toString());

        assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
        var measured = outcome.json();
        assertEquals(
                List.of(
                        "set",
                        "documents",
                        "questions",
                        "embedder",
                        "modes",
                        "hybridGain",
                        "answers"),
                Program.names(measured));
        assertAll(
                () -> assertEquals(3, measured.get("documents").asInt()),
                () -> assertEquals(1, hybrid(measured).get("ndcg10").get("value").asDouble()),
                () ->
                        assertEquals(
                                1,
                                measured.get("answers").get("firstHolds").get("value").asDouble()));
    }

    private static JsonNode hybrid(JsonNode measured) {
        return measured.get("modes").get(2);
    }

    @Test
    void aFolderThatIsNoSetIsAProblemInOneSentence() throws IOException {
        var outcome = program.run("eval", home.toString());
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, outcome.code()),
                () -> assertEquals(1, outcome.err().lines().count(), outcome.err()),
                () ->
                        assertTrue(
                                outcome.err().contains("corpus.jsonl is missing in the folder"),
                                outcome.err()));
    }
}
