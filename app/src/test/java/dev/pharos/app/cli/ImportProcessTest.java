package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.app.Folders;
import dev.pharos.app.Wiring;
import dev.pharos.app.cli.Program.Outcome;
import dev.pharos.engine.library.Library;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/// Imports that meet another writer, Ctrl-C or a power cut.
final class ImportProcessTest {

    /// So many that their lines overfill the pipe: an import whose output nobody reads cannot end.
    private static final int FILES = 700;

    @TempDir Path home;
    private Program program = new Program(Path.of(""));
    private Path folder = Path.of("");

    @BeforeEach
    void writeFiles() throws IOException {
        program = new Program(home);
        folder = Files.createDirectory(home.resolve("files"));
        for (int i = 0; i < FILES; i++) {
            var text = "The log of watch number " + i + ". The lamp burned well. ";
            Files.writeString(
                    folder.resolve("watch-" + i + ".txt"),
                    text + "Ship " + i * 7 + " went by. ".repeat(8));
        }
    }

    @Test
    void aChangedFileBecomesARevisionAndTheRestIsLeftAlone() throws IOException {
        program.run("import", "--no-wait", folder.toString());
        Files.writeString(folder.resolve("watch-5.txt"), "On watch five the wind rose to a gale.");
        Files.copy(folder.resolve("watch-6.txt"), folder.resolve("watch-6-copy.txt"));
        var totals = program.run("--json", "import", folder.toString()).jsonLines().getLast();
        assertAll(
                () -> assertEquals(1, totals.get("updated").asInt()),
                () -> assertEquals(1, totals.get("duplicate").asInt()),
                () -> assertEquals(FILES - 1, totals.get("unchanged").asInt()),
                () -> assertEquals(0, totals.get("imported").asInt()));
    }

    @Test
    void aSecondWriterIsToldAndAReaderWorksBeside() throws Exception {
        program.run("import", "--no-wait", folder.resolve("watch-1.txt").toString());
        try (var wiring = new Wiring(new Folders(home, home, home.resolve("cache")));
                var writing = wiring.open(program.library(), Library.Access.WRITE)) {
            var second = program.run("import", folder.resolve("watch-2.txt").toString());
            var reader = program.run("--json", "search", "--mode", "keyword", "lamp");
            assertAll(
                    () -> assertEquals(ExitCode.PROBLEM, second.code()),
                    () ->
                            assertEquals(
                                    "Another Pharos is writing to the library "
                                            + writing.folder()
                                            + "; wait until it is done, or close its window.",
                                    second.err().strip()),
                    () -> assertEquals(ExitCode.DONE, reader.code(), reader.err()),
                    () -> assertEquals(1, reader.json().get("hits").size()));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCEndsWith130AndKeepsWhatWasDone() throws Exception {
        var running = program.start("--json", "import", folder.toString());
        waitForLines(running, 20);
        new ProcessBuilder("kill", "-INT", String.valueOf(running.pid())).start().waitFor();
        var rest = running.inputReader().lines().toList();
        assertTrue(running.waitFor(5, TimeUnit.MINUTES));
        var totals = Program.parsed(rest.getLast());
        var kept = program.run("list").out().lines().count();
        assertAll(
                () -> assertEquals(ExitCode.CANCELLED, running.exitValue()),
                () -> assertTrue(kept >= 20 && kept < FILES, kept + " kept"),
                () -> assertEquals(kept, totals.path("files").asLong(), totals.toString()),
                () -> assertEquals(kept, totals.path("imported").asLong()),
                () -> assertEquals(20 + rest.size() - 1, kept),
                this::goesOnWhereItStopped);
    }

    @Test
    void aPowerCutLosesNothingAndDoublesNothing() throws Exception {
        var running = program.start("--json", "import", folder.toString());
        waitForLines(running, 60);
        running.destroyForcibly().waitFor();
        goesOnWhereItStopped();
    }

    @Test
    void missingVectorsAreAFaultUnlessSomebodyIsWriting() throws IOException, SQLException {
        program.run("import", folder.resolve("watch-1.txt").toString());
        var database = program.library().resolve("pharos.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM vector");
        }
        var alone = program.run("doctor");
        var faulty = program.run("--json", "doctor");
        var lock = program.library().resolve("library.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            channel.lock();
            var beside = program.run("doctor");
            assertAll(
                    () -> assertEquals(ExitCode.PROBLEM, alone.code(), alone.out()),
                    () -> assertTrue(alone.out().contains("pharos reindex completes it")),
                    () -> assertEquals(ExitCode.PROBLEM, faulty.code()),
                    () -> assertFalse(faulty.json().get("sound").asBoolean(true)),
                    () -> assertEquals(ExitCode.DONE, beside.code(), beside.out()),
                    () -> assertTrue(beside.out().contains("wait until it is done")),
                    () -> assertFalse(beside.out().contains("reindex")));
        }
    }

    @Test
    void aDeletedIndexIsCompletedByWhoeverReadsNext() throws IOException {
        program.run("import", folder.resolve("watch-1.txt").toString());
        try (var files = Files.walk(program.library().resolve("index"))) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }

        var doctor = program.run("--json", "doctor");

        assertTrue(doctor.json().get("sound").asBoolean(), doctor.out());
    }

    private void goesOnWhereItStopped() {
        Outcome again = program.run("--json", "import", folder.toString());
        var totals = again.jsonLines().getLast();
        var doctor = program.run("--json", "doctor").json();
        assertAll(
                () -> assertEquals(ExitCode.DONE, again.code(), again.err()),
                () ->
                        assertEquals(
                                FILES,
                                totals.get("unchanged").asInt() + totals.get("imported").asInt()),
                () -> assertTrue(totals.get("unchanged").asInt() > 0, totals.toString()),
                () -> assertTrue(totals.get("imported").asInt() > 0, totals.toString()),
                () -> assertTrue(doctor.get("sound").asBoolean(), doctor.toString()),
                () -> assertEquals(FILES, doctor.at("/check/sources").asInt()),
                () ->
                        assertEquals(
                                doctor.at("/check/passages").asInt(),
                                doctor.at("/check/indexed").asInt()),
                () ->
                        assertEquals(
                                doctor.at("/check/passages").asInt(),
                                doctor.at("/check/vectors").asInt()));
    }

    private static void waitForLines(Process process, int count) throws IOException {
        var lines = process.inputReader();
        for (int i = 0; i < count; i++) {
            if (lines.readLine() == null) {
                throw new AssertionError("ended after " + i + " lines");
            }
        }
    }
}
