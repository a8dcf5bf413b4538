package dev.pharos.models.shelf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.model.DownloadSettings;
import dev.pharos.engine.model.ModelKind;
import dev.pharos.engine.model.Shelved.State;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Throwing away what has come of a download.
final class DiscardTest {
    private static final byte[] MODEL = {1, 2, 3, 4};

    @TempDir Path folder;

    private LocalModelShelf shelf() {
        return TestShelf.of(folder, "http://127.0.0.1:9", MODEL.length, TestShelf.sha256(MODEL));
    }

    private Path put(String place) throws IOException {
        var file = folder.resolve("reranking").resolve(place).resolve(TestShelf.FILE);
        Files.createDirectories(file.getParent());
        return Files.write(file, MODEL);
    }

    @Test
    void whatHasComeIsGone() throws Exception {
        put(".incoming/thing");
        assertEquals(new State.Partial(MODEL.length), shelf().find(TestShelf.ID).state());
        shelf().discard(TestShelf.ID);
        assertEquals(new State.Absent(), shelf().find(TestShelf.ID).state());
    }

    @Test
    void aModelThatIsHereStays() throws Exception {
        var here = put("thing");
        put(".incoming/thing");
        shelf().discard(TestShelf.ID);
        assertArrayEquals(MODEL, Files.readAllBytes(here));
    }

    @Test
    void whatAnotherIsBringingStaysAndNobodyWaits() throws Exception {
        var coming = put(".incoming/thing");
        var lock = folder.resolve("reranking/.incoming/thing.lock");
        try (var _ = ShelfLock.take(lock, Progress.NONE)) {
            var thrown = assertThrows(ProblemException.class, () -> shelf().discard(TestShelf.ID));
            assertEquals(new Problem.ModelBusy(TestShelf.ID), thrown.problem());
        }
        assertArrayEquals(MODEL, Files.readAllBytes(coming));
    }

    @Test
    void aMirrorIsOneThatIsSet() throws Exception {
        var entry = TestShelf.entry("a", ModelKind.PACK, TestShelf.file(null, 0, null));
        for (var mirror : new String[] {null, " ", "http://mirror"}) {
            var settings = new DownloadSettings(mirror, null);
            var shelf = TestShelf.of(folder, TestShelf.IMPATIENT, settings, entry);
            assertEquals("http://mirror".equals(mirror), shelf.mirrored());
        }
    }
}
