package dev.pharos.engine.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;

class HostileExportTest {
    @TempDir Path temp;

    @Test
    void anArchiveThatBurstsIsRefused() throws IOException {
        var zeros = new byte[20 << 20];
        var bomb =
                Exports.zip(
                        temp.resolve("bomb.zip"),
                        Map.of(
                                ".obsidian/app.json", new byte[1],
                                "a.md", zeros,
                                "b.md", zeros,
                                "c.md", zeros,
                                "d.md", zeros));
        assertEquals("ExpandsTooFar", UnpackedNotes.answer(bomb, temp).problem());
    }

    @Test
    void whatIsNoArchiveIsDamaged() throws Exception {
        var file = Files.writeString(temp.resolve("broken.jex"), "no tar, ".repeat(200));
        try (var unpacker = new VaultUnpacker()) {
            var failure =
                    assertThrows(
                            ProblemException.class,
                            () -> unpacker.unpack(file, folder(), Progress.NONE));
            assertEquals(new Problem.DamagedFile(file), failure.problem());
        }
    }

    @Test
    void cancellingEndsTheReading() throws Exception {
        var file = Files.writeString(temp.resolve("notes.enex"), "<en-export>");
        var cancelled =
                new Progress() {
                    @Override
                    public void report(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        try (var unpacker = new VaultUnpacker()) {
            assertThrows(
                    CancellationException.class, () -> unpacker.unpack(file, folder(), cancelled));
        }
    }

    private Path folder() throws IOException {
        return Files.createTempDirectory(temp, "into");
    }
}
