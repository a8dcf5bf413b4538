package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pharos.app.speech.LongSound;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Recordings of a library that have no words, or not all of them, and what is told of that.
final class WordlessRecordingTest {
    private static final Path FLAC = Path.of("../../shared/data/audio/formats/LDC93S1.flac");

    @TempDir Path home;
    private Program program = new Program(Path.of(""));

    @BeforeEach
    void open() {
        program = new Program(home);
    }

    private String second() throws IOException {
        var samples = new byte[32_000];
        var file = home.resolve("second.wav");
        LongSound.wav(new ByteArrayInputStream(samples), samples.length, file);
        return file.toString();
    }

    private String id() {
        return program.run("list", "--json").json().get("id").asText();
    }

    @Test
    void ofARecordingWhoseJobFailedThatIsShown() throws IOException {
        program.run("import", "--no-wait", "--model", "nobody", second());
        program.run("jobs", "--wait");
        var shown = program.run("show", id());
        assertTrue(shown.err().contains("There is no model nobody"), shown.err());
    }

    @Test
    void aRecordingWithoutAJobDoesNotWait() throws IOException {
        program.run("import", "--no-wait", "--model", "demo", second());
        var job = program.run("jobs", "--json").json().get("id").asText();
        program.run("jobs", "cancel", job);
        program.run("jobs", "remove", job);
        var shown = program.run("show", id());
        assertTrue(shown.err().contains("no job waits"), shown.err());
    }

    @Test
    void withoutAModelAllJobsGoOnWaiting() throws IOException {
        program.run("import", "--no-wait", second());
        var work = program.run("jobs", "--wait");
        var job = program.run("jobs", "--json").json();
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, work.code()),
                () -> assertTrue(work.err().contains("No model for speech"), work.err()),
                () -> assertEquals("waiting", job.get("state").asText()));
    }

    @Test
    void ofARecordingThatIsCutOffEveryCommandTellsIt() throws IOException {
        assumeTrue(Files.exists(FLAC), "the recordings of others are not there: " + FLAC);
        var whole = Files.readAllBytes(FLAC);
        var cut = home.resolve("cut.flac");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        var imported = program.run("import", "--wait", "--model", "demo", cut.toString());
        var part = "only a part of it could be decoded";
        assertAll(
                () -> assertEquals(ExitCode.DONE, imported.code(), imported.err()),
                () -> assertTrue(imported.err().contains(part), imported.err()),
                () -> assertTrue(program.run("show", id()).err().contains(part)),
                () -> assertTrue(program.run("jobs").out().contains("Only a part of it")),
                () -> assertTrue(program.run("jobs").out().contains("cut.flac")),
                () ->
                        assertEquals(
                                "false",
                                program.run("jobs", "--json").json().get("complete").asText()));
    }
}
