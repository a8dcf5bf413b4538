package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.app.Folders;
import dev.pharos.app.Wiring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Opening a library whose index was deleted.
final class DeletedIndexTest {

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void ctrlCWhileTheIndexIsMadeAnewEndsWith130AndTheNextCommandGoesOn(@TempDir Path home)
            throws IOException {
        var program = new Program(home);
        var note = Files.writeString(home.resolve("note.txt"), "The tower was built of stone.");
        assertEquals(ExitCode.DONE, program.run("import", note.toString()).code());
        delete(program.library().resolve("index"));
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        int code;
        try (var wiring = new Wiring(Folders.ofThisMachine())) {
            var session = new Session(wiring, nowhere, nowhere, false);
            session.cancel();
            code =
                    new Commands(session)
                            .run("--library", program.library().toString(), "search", "tower");
        }
        var found = program.run("search", "--mode", "keyword", "tower");
        assertAll(
                () -> assertEquals(ExitCode.CANCELLED, code),
                () -> assertTrue(found.out().contains("note"), found.err()));
    }
}
