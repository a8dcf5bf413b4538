package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.LongSound;
import dev.pharos.engine.storage.Database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Transcriptions that meet a kill or Ctrl-C, against one that was left alone.
@Timeout(3600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InterruptedTranscriptionTest {
    private static final long MINUTES = 3;
    private static final int TRIES = 20;

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

    private interface Interruption {
        void of(Process running) throws IOException, InterruptedException;
    }

    /// Starts it and interrupts it when some windows are done and others are not. Where it was
    /// faster, which a busy machine can make of it, that is tried again.
    ///
    /// @return its exit code
    private int interrupted(Interruption interruption) throws IOException, InterruptedException {
        int code = ExitCode.DONE;
        for (int i = 0; i < TRIES && code == ExitCode.DONE; i++) {
            for (var left : program.keptWindows()) {
                Files.delete(left); // by a run of these tests that was stopped
            }
            var running = program.start(transcribe);
            while (running.isAlive() && program.keptWindows().size() < 2) {
                Thread.sleep(20);
            }
            interruption.of(running);
            code = running.waitFor();
        }
        return code;
    }

    private void kill() throws IOException, InterruptedException {
        assertNotEquals(ExitCode.DONE, interrupted(Process::destroyForcibly));
        assertFalse(program.keptWindows().isEmpty());
    }

    @Test
    void aKilledTranscriptionGoesOnAndEndsAsIfNothingHadBeen() throws Exception {
        kill();
        var outcome = program.run(transcribe);
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.err()),
                () -> assertEquals(undisturbed, outcome.json()),
                () -> assertEquals(0, program.keptWindows().size()));
    }

    @Test
    void whatWasRecognisedBeforeAKillIsNotRecognisedAgain() throws Exception {
        kill();
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
        int code =
                interrupted(running ->
                        new ProcessBuilder("kill", "-INT", String.valueOf(running.pid()))
                                .start()
                                .waitFor());
        assertAll(
                () -> assertEquals(ExitCode.CANCELLED, code),
                () -> assertEquals(undisturbed, program.run(transcribe).json()));
    }

    /// @return whether the job in the library of `program` has finished some windows and not all
    private static boolean killedJob(Program program, String file) throws Exception {
        program.run("import", "--model", "demo", "--language", "en", file);
        var working = program.start("jobs", "--wait");
        try (var database = Database.open(program.library().resolve("pharos.db"), true)) {
            while (working.isAlive() && windows(database) < 2) {
                Thread.sleep(20);
            }
            return working.destroyForcibly().waitFor() != ExitCode.DONE && windows(database) > 0;
        }
    }

    private static int windows(Database database) {
        return database.read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT count(*) FROM checkpoint")) {
                return rows.getInt(1);
            }
        });
    }

    @Test
    void aKilledJobOfALibraryGoesOnAndEndsAsIfNothingHadBeen(@TempDir Path homes) throws Exception {
        Program library = null;
        boolean killed = false;
        for (int i = 0; i < TRIES && !killed; i++) {
            library = new Program(Files.createDirectory(homes.resolve("home " + i)));
            killed = killedJob(library, file);
        }
        assertTrue(killed, "always faster than the kill");
        var finished = Objects.requireNonNull(library).run("jobs", "--wait", "--json").json();
        var shown = library.run("show", "--json", finished.get("subject").asText()).json();
        assertAll(
                () -> assertEquals("done", finished.get("state").asText(), finished.toString()),
                () -> assertEquals(undisturbed.get("segments"), shown.at("/transcript/segments")));
    }
}
