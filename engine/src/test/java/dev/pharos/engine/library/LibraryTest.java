package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// What an import makes of files.
final class LibraryTest extends LibraryFixture {

    @Test
    void aFolderIsFoundByWordsAndByMeaning() throws Exception {
        write("tower.txt", TOWER);
        write("deep/bread.txt", BREAD);

        assertEquals(
                Map.of("tower.txt", Status.IMPORTED, "bread.txt", Status.IMPORTED),
                importFiles(files));
        for (var mode : Query.Mode.values()) {
            assertEquals("bread", titles("flour in the oven", mode).getFirst());
        }
    }

    @Test
    void theSameContentAtAnotherPathIsADuplicate() throws Exception {
        var first = results(write("tower.txt", TOWER)).getFirst();
        var second = results(write("copy.txt", TOWER)).getFirst();

        assertEquals(
                new ImportResult(
                        files.resolve("copy.txt"),
                        Status.DUPLICATE,
                        first.source(),
                        SourceKind.NOTE,
                        1,
                        null),
                second);
        assertEquals(1, library.sources().count());
    }

    @Test
    void theSameContentTwiceInOneImportIsImportedOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            write("copy" + i + ".txt", TOWER);
        }

        var counts =
                library.importer()
                        .importAll(List.of(files), ImportListener.NONE, Progress.NONE)
                        .counts();

        assertEquals(1, counts.get(Status.IMPORTED));
        assertEquals(19, counts.get(Status.DUPLICATE));
        assertEquals(1, library.sources().count());
    }

    @Test
    void anUnchangedFileIsNotEmbeddedAgain() throws Exception {
        importFiles(write("tower.txt", TOWER));
        int before = embedder.embedded();

        assertEquals(Map.of("tower.txt", Status.UNCHANGED), importFiles(files));
        assertEquals(before, embedder.embedded());
    }

    @Test
    void aChangedFileIsANewRevisionOfTheSameSource() throws Exception {
        var file = write("tower.txt", TOWER);
        importFiles(file);
        var before = library.sources().all().getFirst();
        write("tower.txt", BREAD);

        assertEquals(Map.of("tower.txt", Status.UPDATED), importFiles(files));
        var after = library.sources().all();
        assertEquals(List.of(before.id()), after.stream().map(Source::id).toList());
        assertEquals(2, after.getFirst().revision());
        assertEquals(List.of(), titles("pharos", Query.Mode.KEYWORD));
        assertEquals(List.of("tower"), titles("bread", Query.Mode.KEYWORD));
        assertTrue(
                library.blobs().find(before.contentHash()).isPresent(), "the old original is kept");
    }

    @Test
    void aMovedFileStaysTheSameSource() throws Exception {
        var file = write("tower.txt", TOWER);
        importFiles(file);
        var before = library.sources().all().getFirst();
        var moved = Files.move(file, files.resolve("moved.txt"));

        assertEquals(Map.of("moved.txt", Status.UNCHANGED), importFiles(files));
        assertEquals(Optional.of(before.id()), library.sources().atPath(moved).map(Source::id));
    }

    @Test
    void aBadFileDoesNotStopTheOthers() throws Exception {
        write("a.txt", "BROKEN");
        write("b.txt", "");
        write("c.txt", TOWER);

        var results = results(files, files.resolve("nowhere.txt"));
        results.sort(Comparator.comparing(ImportResult::path));

        assertEquals(
                List.of(
                        new Problem.DamagedFile(files.resolve("a.txt")),
                        new Problem.EmptyFile(files.resolve("b.txt")),
                        new Problem.FileMissing(files.resolve("nowhere.txt"))),
                results.stream().map(ImportResult::problem).filter(Objects::nonNull).toList());
        assertEquals(List.of("c"), titles("island", Query.Mode.KEYWORD));
    }

    @Test
    void anEmbeddedPictureIsKeptWithItsNote() throws Exception {
        write("note.txt", TOWER + " ![[tower.png]] ![[../outside.png]]");
        write("pictures/tower.png", "PICTURE of a tower");
        Files.writeString(temp.resolve("outside.png"), "PICTURE of a secret");

        assertEquals(Map.of("note.txt", Status.IMPORTED), importFiles(files));
        var attachments = library.sources().attachments(library.sources().all().getFirst().id());
        assertEquals(java.util.Set.of("tower.png"), attachments.keySet());
        var kept = library.blobs().find(attachments.getOrDefault("tower.png", "")).orElseThrow();
        assertEquals("PICTURE of a tower", Files.readString(kept.file()));
    }

    @Test
    void anEmbeddedPictureIsNoFailureTheSecondTimeEither() throws Exception {
        write("note.txt", TOWER + " ![[tower.png]]");
        write("tower.png", "PICTURE of a tower");
        write("other.png", "PICTURE of nothing");
        importFiles(files);

        assertEquals(
                Map.of("note.txt", Status.UNCHANGED, "other.png", Status.FAILED),
                importFiles(files));
    }

    @Test
    void aChangedPictureIsKeptThoughItsNoteDidNotChange() throws Exception {
        write("note.txt", TOWER + " ![[tower.png]] ![x](/) ![[/]]");
        write("tower.png", "PICTURE one");
        importFiles(files);
        var picture = write("tower.png", "PICTURE two");

        assertEquals(Map.of("note.txt", Status.UNCHANGED), importFiles(files));
        assertEquals(
                Map.of("tower.png", library.blobs().hash(picture, Progress.NONE)),
                library.sources().attachments(library.sources().all().getFirst().id()));
    }

    @Test
    void aLibraryDoesNotImportItself() throws Exception {
        importFiles(write("tower.txt", TOWER));

        assertEquals(Map.of(), importFiles(temp.resolve("library")));
        assertEquals(Map.of("tower.txt", Status.UNCHANGED), importFiles(temp));
    }

    @Test
    void whatCannotBeReadIsNotCopiedIntoTheLibrary() throws Exception {
        var broken = write("a.txt", "BROKEN");
        importFiles(broken);

        assertEquals(
                Optional.empty(),
                library.blobs().find(library.blobs().hash(broken, Progress.NONE)));
    }

    @Test
    void cancellingKeepsWhatIsFinished() throws Exception {
        for (int i = 0; i < 500; i++) {
            write("n" + i + ".txt", TOWER + i);
        }
        var stopAfterTheFirst =
                new Progress() {
                    private volatile boolean some;

                    @Override
                    public void report(long done, long total) {
                        some |= done > 0;
                    }

                    @Override
                    public boolean cancelled() {
                        return some;
                    }
                };

        assertThrows(
                CancellationException.class,
                () ->
                        library.importer()
                                .importAll(List.of(files), ImportListener.NONE, stopAfterTheFirst));

        int kept = library.sources().count();
        assertTrue(kept > 0 && kept < 500, kept + " files were kept");
        library.meaning().await(Progress.NONE);
        var check = library.check(Progress.NONE);
        assertEquals(kept, check.passages());
        assertEquals(kept, check.indexed());
        assertTrue(check.sound());
    }
}
