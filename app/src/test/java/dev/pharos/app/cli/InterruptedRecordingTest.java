package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.RecordNote;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.engine.transcription.TranscriptionOptions;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What a recording leaves that was never stopped, and what the next commands make of it.
final class InterruptedRecordingTest {
    private static final int RATE = 16_000;

    @TempDir Path home;
    private Program program = new Program(Path.of(""));

    @BeforeEach
    void open() {
        program = new Program(home);
    }

    /// Gives a second of sound and is unplugged then.
    private static final class Second implements Microphone, Microphone.Capture {
        private int left = RATE;

        @Override
        public List<Input> inputs() {
            return List.of();
        }

        @Override
        public Capture open(@Nullable String input) {
            return this;
        }

        @Override
        public int rate() {
            return RATE;
        }

        @Override
        public int read(short[] samples) {
            int count = Math.min(left, samples.length);
            Arrays.fill(samples, 0, count, (short) 1_000);
            left -= count;
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {}
    }

    private void interruptedInLibrary(RecordNote note)
            throws ProblemException, InterruptedException {
        interrupted(program.library().resolve("recordings"), note);
    }

    private static void interrupted(Path folder, RecordNote note)
            throws ProblemException, InterruptedException {
        try (var recorder = new Recorder(new Second(), folder)) {
            recorder.start(null, note.json());
            while (recorder.state() instanceof Recorder.State state && state.ended() == null) {
                Thread.sleep(1);
            }
        }
    }

    private static RecordNote untitled() {
        return new RecordNote(null, null);
    }

    @Test
    void theNextCommandOffersIt() throws Exception {
        interruptedInLibrary(untitled());
        var outcome = program.run("list", "--json");
        assertAll(
                () -> assertTrue(outcome.err().contains("pharos record --recover"), outcome.err()),
                () -> assertEquals("", outcome.out()));
    }

    @Test
    void whatWasMeantForTheLibraryCanBeRecoveredIntoAFile() throws Exception {
        interruptedInLibrary(untitled());
        var file = home.resolve("memo.wav");
        var outcome = program.run("record", "--recover", "--out", file.toString(), "--json");
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.err()),
                () -> assertEquals(1_000, outcome.json().get("durationMs").asLong()),
                () -> assertTrue(Files.size(file) > 2 * RATE),
                () -> assertFalse(program.run("list").err().contains("--recover")));
    }

    @Test
    void whatWasMeantForAFileCanBeRecoveredIntoTheLibrary() throws Exception {
        interrupted(program.data().resolve("recordings"), new RecordNote("Memo", null));
        var outcome = program.run("record", "--recover", "--json");
        var listed = program.run("list", "--json");
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.err()),
                () -> assertEquals("Memo", listed.json().get("title").asText()),
                () -> assertFalse(listed.err().contains("--recover")));
    }

    @Test
    void itGetsTheTitleAndTheOptionsThatItWasStartedWith() throws Exception {
        interruptedInLibrary(
                new RecordNote(
                        "Memo", new TranscriptionOptions("demo", "en", false, null, false, 0)));
        var outcome = program.run("record", "--recover");
        var job = program.run("jobs", "--wait", "--json");
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.err()),
                () -> assertEquals("Memo", job.json().get("title").asText()),
                () -> assertEquals("done", job.json().get("state").asText(), job.err()));
    }

    @Test
    void withNothingToRecoverNoLibraryIsMade() {
        var outcome = program.run("record", "--recover");
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.err()),
                () -> assertFalse(Files.exists(program.library())));
    }
}
