package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.LongSound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Transcriptions that meet a kill or Ctrl-C, against one that was left alone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InterruptedTranscriptionTest {
    private static final long MINUTES = 3;
    private static final long LIMIT_SECONDS = 600;

    private final Program program;
    private final String file;
    private final String[] transcribe;
    private final JsonNode undisturbed;

    InterruptedTranscriptionTest(@TempDir Path home) throws IOException {
        program = new Program(home);
        var sound =
                LongSound.write(
                        home.resolve("talk.wav"), Clip.bundled(), MINUTES * 60_000, 1_000, 5);
        file = sound.file().toString();
        transcribe =
                new String[] {"transcribe", "--json", "--model", "demo", "--language", "en", file};
        undisturbed = program.run(transcribe).json();
    }

    /// Starts it and returns when some windows are done and others are not.
    private Process halfWay() throws IOException, InterruptedException {
        for (var left : program.keptWindows()) {
            Files.delete(left); // by a run of these tests that was stopped
        }
        var running = program.start(transcribe);
        for (long i = 0; i < LIMIT_SECONDS * 50 && program.keptWindows().size() < 2; i++) {
            assertTrue(running.isAlive(), "it ended before it could be interrupted");
            Thread.sleep(20);
        }
        return running;
    }

    @Test
    void aKilledTranscriptionGoesOnAndEndsAsIfNothingHadBeen() throws Exception {
        halfWay().destroyForcibly().waitFor();
        assertFalse(program.keptWindows().isEmpty());
        var outcome = program.run(transcribe);
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.err()),
                () -> assertEquals(undisturbed, outcome.json()),
                () -> assertEquals(0, program.keptWindows().size()));
    }

    @Test
    void whatWasRecognisedBeforeAKillIsNotRecognisedAgain() throws Exception {
        halfWay().destroyForcibly().waitFor();
        var first =
                program.keptWindows().stream()
                        .filter(window -> window.endsWith("0.json"))
                        .findFirst()
                        .orElseThrow();
        var said = undisturbed.at("/segments/0/text").asText();
        Files.writeString(first, Files.readString(first).replace(said, "As it was kept."));
        var outcome = program.run(transcribe);
        assertEquals("As it was kept.", outcome.json().at("/segments/0/text").asText());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCEndsATranscriptionWith130() throws Exception {
        var running = halfWay();
        new ProcessBuilder("kill", "-INT", String.valueOf(running.pid())).start().waitFor();
        assertTrue(running.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertAll(
                () -> assertEquals(ExitCode.CANCELLED, running.exitValue()),
                () -> assertEquals(undisturbed, program.run(transcribe).json()));
    }

    @Test
    void aKilledJobOfALibraryGoesOnAndEndsAsIfNothingHadBeen() throws Exception {
        program.run("import", "--model", "demo", "--language", "en", file);
        var working = program.start("jobs", "--wait");
        for (long i = 0; i < LIMIT_SECONDS; i++) {
            var job = program.run("jobs", "--json").json();
            if (job.get("doneMs").asLong() > MINUTES * 60_000 / 5) {
                break;
            }
            assertTrue(working.isAlive(), job.toString());
        }
        working.destroyForcibly().waitFor();
        var left = program.run("jobs", "--json").json();
        var finished = program.run("jobs", "--wait", "--json").json();
        var shown = program.run("show", "--json", finished.get("subject").asText()).json();
        assertAll(
                () -> assertFalse(left.get("state").asText().equals("done"), left.toString()),
                () -> assertEquals("done", finished.get("state").asText(), finished.toString()),
                () -> assertEquals(undisturbed.get("segments"), shown.at("/transcript/segments")));
    }
}
