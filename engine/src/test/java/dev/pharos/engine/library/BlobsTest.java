package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Cancelled;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

final class BlobsTest {
    /// `printf abc | sha256sum`
    private static final String ABC =
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final Progress CANCELLED = new Cancelled();

    @TempDir Path temp;

    private FileBlobs blobs() {
        return new FileBlobs(temp.resolve("blobs"));
    }

    private List<String> stored() throws IOException {
        try (var files = Files.walk(temp.resolve("blobs"))) {
            return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
        }
    }

    @Test
    void aBlobIsNamedByTheHashOfItsBytes() throws Exception {
        var blob = blobs().keep(Files.writeString(temp.resolve("a"), "abc"), Progress.NONE);

        assertEquals(ABC, blob.hash());
        assertEquals(3, blob.size());
        assertArrayEquals(new byte[] {'a', 'b', 'c'}, Files.readAllBytes(blob.file()));
        assertEquals(Optional.of(blob), blobs().find(ABC));
        assertEquals(ABC, blobs().hash(temp.resolve("a"), Progress.NONE));
    }

    @Test
    void theSameBytesAreKeptOnce() throws Exception {
        blobs().keep(Files.writeString(temp.resolve("a"), "abc"), Progress.NONE);
        blobs().keep(Files.writeString(temp.resolve("b"), "abc"), Progress.NONE);

        assertEquals(List.of(ABC), stored());
    }

    @Test
    void whatADamagedDiskHasCutOffIsWrittenAgain() throws Exception {
        var blob = blobs().keep(Files.writeString(temp.resolve("a"), "abc"), Progress.NONE);
        Files.writeString(blob.file(), "ab");

        assertEquals(blob, blobs().keep(temp.resolve("a"), Progress.NONE));
        assertEquals("abc", Files.readString(blob.file()));
    }

    @Test
    void aFileOfOurOwnIsAdoptedAndStaysWhereItIs() throws Exception {
        var file = Files.writeString(temp.resolve("a"), "abc");

        var blob = blobs().adopt(file, Progress.NONE);

        assertEquals(ABC, blob.hash());
        assertEquals(blob, blobs().adopt(file, Progress.NONE));
        Files.delete(file);
        assertEquals("abc", Files.readString(blob.file()));
    }

    @Test
    void cancellingLeavesNoPartBehind() throws Exception {
        var file = Files.writeString(temp.resolve("a"), "abc");

        assertThrows(CancellationException.class, () -> blobs().keep(file, CANCELLED));

        assertEquals(List.of(), stored());
    }

    @Test
    void whatAKilledProcessLeftIsSweptAway() throws Exception {
        blobs().keep(Files.writeString(temp.resolve("a"), "abc"), Progress.NONE);
        Files.writeString(temp.resolve("blobs/incoming123.part"), "half a f");

        blobs().sweep();

        assertEquals(List.of(ABC), stored());
    }

    @Test
    void aMissingFileIsAProblem() {
        var gone = temp.resolve("gone");
        var e = assertThrows(ProblemException.class, () -> blobs().keep(gone, Progress.NONE));
        assertEquals(new Problem.FileMissing(gone), e.problem());
    }
}
