package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.app.cli.Program.Outcome;
import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.LongSound;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A library of one recording, from its file to answers that cite the second.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RecordedLibraryTest {
    private final Program program;
    private final Outcome imported;

    RecordedLibraryTest(@TempDir Path home) throws IOException {
        program = new Program(home);
        var clip = Clip.bundled().getLast();
        var file = home.resolve("Évening talk.wav");
        LongSound.wav(new ByteArrayInputStream(clip.samples()), clip.samples().length, file);
        imported =
                program.run(
                        "import",
                        "--json",
                        "--wait",
                        "--model",
                        "demo",
                        "--language",
                        "en",
                        file.toString());
    }

    @BeforeAll
    void theRecordingIsTranscribed() {
        assertEquals(ExitCode.DONE, imported.code(), imported.err());
    }

    @Test
    void importTellsThatItWaitsAndThenThatItIsDone() {
        var line = imported.jsonLines().getFirst();
        var totals = imported.jsonLines().getLast();
        assertAll(
                () -> assertEquals("imported", line.get("status").asText()),
                () -> assertEquals("recording", line.get("kind").asText()),
                () -> assertTrue(line.get("problem").asText().contains("waits to be transcribed")),
                () -> assertEquals(1, totals.get("transcribed").asInt()),
                () -> assertEquals(0, totals.get("transcriptionsFailed").asInt()),
                () -> assertEquals(0, totals.get("toBeTranscribed").asInt()));
    }

    @Test
    void aVersionOfTheTranscriptIsListedShownAndRestored() {
        var id = imported.jsonLines().getFirst().get("sourceId").asText();
        var before = program.run("show", id, "--json").json().get("transcript");
        var restored = program.run("restore", id, "1", "--json");
        var versions = program.run("show", id, "--versions", "--json").jsonLines();
        var first = program.run("show", id, "--transcript", "1", "--json").json();
        assertAll(
                () -> assertEquals(ExitCode.DONE, restored.code(), restored.err()),
                () -> assertEquals(restored.jsonLines(), versions),
                () -> assertTrue(versions.getFirst().get("current").asBoolean()),
                () -> assertEquals("recognised", versions.getLast().get("origin").asText()),
                () -> assertEquals(before, first.get("transcript")),
                () -> assertEquals(ExitCode.PROBLEM, program.run("restore", id, "99").code()));
    }

    @Test
    void aSearchLeadsToTheSentenceThatSaysIt() {
        var hit = program.run("search", "--json", "thirty dollars").json().at("/hits/0");
        long said = spoken("thirty") - 1_500; // the sentence begins with "We need" a little before
        assertAll(
                () ->
                        assertTrue(
                                hit.at("/passage/text").asText().contains("thirty dollars"),
                                hit.toString()),
                () -> assertEquals(said, hit.get("startMs").asLong(), 1_500),
                () -> assertTrue(hit.get("startMs").asLong() < hit.get("endMs").asLong()));
    }

    @Test
    void anAnswerCitesTheSecond() {
        var question = "How many dollars do we need to review our city?";
        var citation = program.run("ask", "--json", question).json().at("/citations/0");
        long said = spoken("thirty") - 1_500; // the sentence begins with "We need" a little before
        assertAll(
                () -> assertTrue(citation.get("quote").asText().contains("thirty dollars")),
                () -> assertEquals(said, citation.get("startMs").asLong(), 1_500),
                () -> assertTrue(program.run("ask", question).out().contains("at 0:0")));
    }

    private static long spoken(String word) {
        try {
            return Clip.bundled().getLast().words().stream()
                    .filter(each -> each.text().equals(word))
                    .findFirst()
                    .orElseThrow()
                    .startMs();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void showPrintsTheTranscriptWithTimes() {
        var id = imported.jsonLines().getFirst().get("sourceId").asText();
        var json = program.run("show", "--json", id).json();
        var text = program.run("show", id).out();
        assertAll(
                () ->
                        assertEquals(
                                List.of("source", "document", "transcript"), Program.names(json)),
                () -> assertEquals("demo", json.at("/transcript/model").asText()),
                () -> assertTrue(text.contains("thirty dollars"), text),
                () -> assertTrue(text.contains("0:0"), text));
    }

    @Test
    void aRecordingIsQueuedAgainWithOtherOptions() {
        var id = imported.jsonLines().getFirst().get("sourceId").asText();
        var added = program.run("jobs", "add", id, "--model", "demo", "--prompt", "Anna", "--json");
        var job = added.json();
        program.run("jobs", "cancel", job.get("id").asText());
        program.run("jobs", "remove", job.get("id").asText());
        assertAll(
                () -> assertEquals(ExitCode.DONE, added.code(), added.err()),
                () -> assertEquals("waiting", job.get("state").asText()),
                () -> assertEquals(id, job.get("subject").asText()),
                () ->
                        assertEquals(
                                ExitCode.PROBLEM, program.run("jobs", "add", "ffff0000").code()));
    }

    @Test
    void aJobThatIsOverCanBeRemovedButNotPausedAndNothingGoesWithIt() {
        var job = program.run("jobs", "--json").json();
        var paused = program.run("jobs", "pause", job.get("id").asText());
        var removed = program.run("jobs", "remove", job.get("id").asText());
        assertAll(
                () -> assertEquals("done", job.get("state").asText()),
                () -> assertEquals(ExitCode.PROBLEM, paused.code()),
                () -> assertTrue(paused.err().contains("Only a job that waits or runs")),
                () -> assertEquals(ExitCode.DONE, removed.code(), removed.err()),
                () -> assertEquals("", program.run("jobs", "--json").out()),
                () -> assertTrue(program.run("search", "dollars").out().contains("dollars")));
    }
}
