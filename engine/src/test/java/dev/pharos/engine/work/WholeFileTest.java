package dev.pharos.engine.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@SuppressWarnings("NullAway.Init")
final class WholeFileTest {
    private static final WholeFile.Content NEW =
            out -> out.write("new".getBytes(StandardCharsets.UTF_8));

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("talk.srt"), "old");
    }

    private List<String> names() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }

    @Test
    void theNewTakesThePlaceOfTheOldAndNothingElseStays() throws Exception {
        WholeFile.replace(file, NEW);
        assertEquals("new", Files.readString(file));
        assertEquals(List.of("talk.srt"), names());
    }

    @Test
    void whatCannotBeWrittenLeavesTheFolderAsItWas() throws Exception {
        assertThrows(
                IOException.class,
                () ->
                        WholeFile.replace(
                                file,
                                out -> {
                                    NEW.writeTo(out);
                                    throw new IOException("No space left on device");
                                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("talk.srt"), names());
    }

    @Test
    void aFileThatIsThereIsNotReplacedUnasked() throws Exception {
        assertThrows(FileAlreadyExistsException.class, () -> WholeFile.create(file, NEW));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("talk.srt"), names());
    }

    @Test
    void aNewFileHasTheRightsOfAnyOther() throws Exception {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "the system has no such rights");
        var fresh = folder.resolve("fresh.srt");
        WholeFile.create(fresh, NEW);
        assertEquals(Files.getPosixFilePermissions(file), Files.getPosixFilePermissions(fresh));
    }
}
