package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where removed models go.
final class TrashTest {
    @TempDir Path folder;

    @Test
    void theDesktopsTrashTakesWhatIsRemovedAndKnowsWhereItWas() throws Exception {
        Path trash = folder.resolve("Trash");
        Files.createDirectories(trash.resolve("files"));
        Files.createDirectories(trash.resolve("info"));
        Path doomed = Files.writeString(folder.resolve("model ä.bin"), "x");
        Trash.remove(Optional.of(new Trash(trash, true)), doomed);
        assertFalse(Files.exists(doomed));
        assertEquals("x", Files.readString(trash.resolve("files/model ä.bin")));
        assertTrue(
                Files.readString(trash.resolve("info/model ä.bin.trashinfo"))
                        .contains("Path=" + doomed.toUri().getRawPath() + "\n"));
    }

    /// As a trash has it that was emptied halfway.
    @Test
    void aNoteWithoutItsFileInTheTrashCostsNoModel() throws Exception {
        Path trash = folder.resolve("Trash");
        Files.createDirectories(trash.resolve("files"));
        Files.createDirectories(trash.resolve("info"));
        Files.createFile(trash.resolve("info/model.bin.trashinfo"));
        Path doomed = Files.writeString(folder.resolve("model.bin"), "x");
        Trash.remove(Optional.of(new Trash(trash, true)), doomed);
        assertEquals("x", Files.readString(trash.resolve("files/model.bin.2")));
    }
}
