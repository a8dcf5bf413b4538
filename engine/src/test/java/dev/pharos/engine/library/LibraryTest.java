package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.Migrations;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

final class LibraryTest {
    private static final String TOWER =
            "The tower was built of light stone. It stood on the island of Pharos.";
    private static final String BREAD =
            "Bread is baked from flour and water. It needs an hour in the oven.";

    @TempDir Path temp;
    private final HashingEmbedder embedder = new HashingEmbedder();
    private Path files = Path.of("");
    private Library library;

    @BeforeEach
    void open() throws Exception {
        files = Files.createDirectories(temp.resolve("files"));
        library = open(Access.WRITE);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private Library open(Access access) throws ProblemException {
        return Library.open(
                temp.resolve("library"),
                access,
                new Abilities(new PlainText(), FixedEmbedders.of(embedder), Abilities.Chat.NONE));
    }

    private void reopen() throws ProblemException {
        library.close();
        library = open(Access.WRITE);
    }

    private Path write(String name, String text) throws IOException {
        Path file = files.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    /// Statuses by file name.
    private Map<String, Status> importFiles(Path... paths) throws ProblemException {
        var results = results(paths);
        library.meaning().await(Progress.NONE);
        return results.stream()
                .collect(
                        Collectors.toMap(
                                r -> r.path().getFileName().toString(),
                                ImportResult::status,
                                (a, _) -> a,
                                TreeMap::new));
    }

    private List<ImportResult> results(Path... paths) throws ProblemException {
        var results = new ArrayList<ImportResult>();
        library.importer()
                .importAll(
                        List.of(paths),
                        new ImportListener() {
                            @Override
                            public void started(Path file) {}

                            @Override
                            public void finished(ImportResult result) {
                                results.add(result);
                            }
                        },
                        Progress.NONE);
        return results;
    }

    private List<String> titles(String query, Query.Mode mode) throws ProblemException {
        return library.searcher().search(new Query(query, mode, 10)).hits().stream()
                .map(hit -> hit.source().title())
                .toList();
    }

    private List<String> ranking(String query) throws ProblemException {
        var ranking = new ArrayList<String>();
        for (var mode : Query.Mode.values()) {
            for (Hit hit : library.searcher().search(new Query(query, mode, 50)).hits()) {
                ranking.add(mode + " " + hit.passage().id() + " " + hit.score());
            }
        }
        return ranking;
    }

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
    void aReaderCompletesAnIndexThatWasDeleted() throws Exception {
        importFiles(write("tower.txt", TOWER));
        var before = ranking("stone tower");
        library.close();
        delete(temp.resolve("library/index"));

        library = open(Access.READ);

        assertEquals(before, ranking("stone tower"));
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
    void aDeletedIndexIsRebuiltAndGivesEqualResults() throws Exception {
        for (int i = 0; i < 60; i++) {
            write(
                    "n" + i + ".txt",
                    (i % 2 == 0 ? TOWER : BREAD) + " Number " + i + " tells of stone and water.");
        }
        importFiles(files);
        write("n7.txt", "A changed text about stone.");
        importFiles(files);
        var before = ranking("stone tower water");
        int embedded = embedder.embedded();

        library.close();
        delete(temp.resolve("library/index"));
        library = open(Access.WRITE);

        assertEquals(before, ranking("stone tower water"));
        assertEquals(embedded + 2, embedder.embedded(), "only the two queries were embedded");
    }

    @Test
    void reindexingGivesEqualResults() throws Exception {
        write("tower.txt", TOWER);
        write("bread.txt", BREAD);
        importFiles(files);
        var before = ranking("stone bread");

        library.reindex(Progress.NONE);

        assertEquals(before, ranking("stone bread"));
        reopen();
        assertEquals(before, ranking("stone bread"));
    }

    @Test
    void aRestartEmbedsWhatIsMissingAndNothingElse() throws Exception {
        for (int i = 0; i < 30; i++) {
            write("n" + i + ".txt", TOWER + i);
        }
        importFiles(files);
        library.close();
        try (var database = Database.open(temp.resolve("library/pharos.db"), false)) {
            database.write(connection ->
                    connection
                            .createStatement()
                            .executeUpdate("DELETE FROM vector WHERE passage % 3 = 0"));
        }
        int before = embedder.embedded();

        library = open(Access.WRITE);
        library.meaning().await(Progress.NONE);

        assertEquals(10, embedder.embedded() - before);
        assertEquals(30, library.check(Progress.NONE).vectors());
    }

    @Test
    void aSecondWriterIsRefused() {
        var e = assertThrows(ProblemException.class, () -> open(Access.WRITE).close());
        assertEquals(new Problem.LibraryInUse(temp.resolve("library")), e.problem());
    }

    @Test
    void aReaderWorksBesideAWriter() throws Exception {
        importFiles(write("tower.txt", TOWER));

        try (var reader = open(Access.READ)) {
            assertEquals(1, reader.sources().count());
            assertEquals(
                    1,
                    reader.searcher()
                            .search(new Query("island", Query.Mode.HYBRID, 5))
                            .hits()
                            .size());
        }
    }

    @Test
    void readingWhereThereIsNoLibraryMakesNone() {
        var folder = temp.resolve("none");
        var e =
                assertThrows(
                        ProblemException.class,
                        () ->
                                Library.open(
                                        folder,
                                        Access.READ,
                                        new Abilities(
                                                new PlainText(),
                                                FixedEmbedders.of(embedder),
                                                Abilities.Chat.NONE)));
        assertEquals(new Problem.LibraryMissing(folder), e.problem());
        assertTrue(Files.notExists(folder));
    }

    @Test
    void aLibraryOfANewerPharosIsLeftAlone() throws Exception {
        library.close();
        try (var database = Database.open(temp.resolve("library/pharos.db"), false)) {
            database.write(
                    connection -> connection.createStatement().execute("PRAGMA user_version = 99"));
        }

        var e = assertThrows(ProblemException.class, () -> open(Access.WRITE).close());

        int known = Migrations.known().newest();
        assertEquals(new Problem.LibraryTooNew(temp.resolve("library"), 99, known), e.problem());
    }

    @Test
    void aFileThatIsNoDatabaseIsToldOfAndLeftAsItIs() throws Exception {
        library.close();
        Path database = temp.resolve("library/pharos.db");
        Files.delete(database);
        Files.writeString(database, "these are not the bytes you are looking for".repeat(100));

        var e = assertThrows(ProblemException.class, () -> open(Access.WRITE).close());

        assertTrue(e.problem() instanceof Problem.LibraryDamaged, () -> e.problem().toString());
        assertTrue(Files.readString(database).startsWith("these are not"));
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

    private static void delete(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
