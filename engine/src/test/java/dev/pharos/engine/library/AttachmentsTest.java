package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.document.Document;
import dev.pharos.engine.document.Link;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.SqliteSources;
import dev.pharos.engine.work.Cancelled;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

final class AttachmentsTest {
    private static final Progress CANCELLED = new Cancelled();

    @TempDir Path temp;

    /// Tells which files were copied.
    private record Watched(Blobs blobs, List<Path> copied) implements Blobs {
        @Override
        public Blob keep(Path file, Progress progress) throws ProblemException {
            copied.add(file);
            return blobs.keep(file, progress);
        }

        @Override
        public Blob adopt(Path file, Progress progress) throws ProblemException {
            return keep(file, progress);
        }

        @Override
        public String hash(Path file, Progress progress) throws ProblemException {
            return blobs.hash(file, progress);
        }

        @Override
        public Optional<Blob> find(String hash) {
            return blobs.find(hash);
        }
    }

    private Map<String, String> kept(Blobs blobs, Progress progress) throws Exception {
        var note = Files.writeString(temp.resolve("note.md"), "![[film.mp4]]");
        Files.writeString(temp.resolve("film.mp4"), "a very long film");
        var document =
                new Document(
                        "text/markdown",
                        SourceKind.NOTE,
                        "note",
                        List.of(),
                        null,
                        null,
                        "en",
                        "film",
                        List.of(),
                        List.of(new Link(Link.Kind.ATTACHMENT, "film.mp4", 0, 4)),
                        Set.of(),
                        Map.of(),
                        true);
        try (var database = Database.open(temp.resolve("pharos.db"), false)) {
            var files = ImportFiles.under(List.of(temp), temp.resolve("library"));
            return new Attachments(files, blobs, new SqliteSources(database), progress)
                    .of(document, note);
        }
    }

    @Test
    void whatIsKeptAlreadyIsNotCopiedAgain() throws Exception {
        var blobs = new Watched(new FileBlobs(temp.resolve("library/blobs")), new ArrayList<>());

        var first = kept(blobs, Progress.NONE);
        var second = kept(blobs, Progress.NONE);

        assertEquals(first, second);
        assertEquals(List.of(temp.resolve("film.mp4")), blobs.copied());
    }

    @Test
    void whoCancelsWaitsForNoAttachment() {
        var blobs = new FileBlobs(temp.resolve("library/blobs"));

        assertThrows(CancellationException.class, () -> kept(blobs, CANCELLED));
    }
}
