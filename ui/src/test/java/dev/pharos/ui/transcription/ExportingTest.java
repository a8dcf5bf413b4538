package dev.pharos.ui.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.transcription.TranscriptFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

final class ExportingTest {

    @TempDir private Path folder;

    @Test
    void aFileHasTheEndingOfItsFormatAndReplacesNoneThatWasNotChosen() throws Exception {
        var chosen = Files.createFile(folder.resolve("a.DOCX"));
        assertEquals(chosen, Exporting.ended(chosen, TranscriptFormat.DOCX));

        Files.createFile(folder.resolve("a.png.docx"));
        assertEquals(
                folder.resolve("a.png 2.docx"),
                Exporting.ended(folder.resolve("a.png"), TranscriptFormat.DOCX));
    }
}
