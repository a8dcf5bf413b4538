package dev.pharos.models.shelf;

import static dev.pharos.models.shelf.ModelServer.content;
import static dev.pharos.models.shelf.TestShelf.FILE;
import static dev.pharos.models.shelf.TestShelf.ID;
import static dev.pharos.models.shelf.TestShelf.sha256;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// A model of one file, and a shelf that fetches it from a server of the test.
abstract class DownloadCase {
    static final byte[] MODEL = content(300_000);

    static final String TAG = "\"a1\"";

    @TempDir Path folder;

    Path target() {
        return folder.resolve("reranking/thing").resolve(FILE);
    }

    Path part() {
        return folder.resolve("reranking/.incoming/thing").resolve(FILE + ".part");
    }

    LocalModelShelf shelf(ModelServer server) {
        return TestShelf.of(folder, server.address(), MODEL.length, sha256(MODEL));
    }

    LocalModelShelf unstated(ModelServer server) {
        return TestShelf.of(folder, server.address(), 0, null);
    }

    static Problem problem(LocalModelShelf shelf) {
        return assertThrows(ProblemException.class, () -> shelf.fetch(ID, Progress.NONE)).problem();
    }
}
