package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.Migrations;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is opened, by whom, and what becomes of an index that is not as it should be.
final class LibraryOpeningTest extends LibraryFixture {

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
    void aLibraryThatIsOpenedAtOnceCompletesItsIndexMeanwhile() throws Exception {
        importFiles(write("tower.txt", TOWER));
        library.close();
        delete(temp.resolve("library/index"));

        library = Library.openAtOnce(temp.resolve("library"), abilities());
        importFiles(write("bread.txt", BREAD));
        library.awaitIndex(Progress.NONE);

        assertEquals(List.of("tower"), titles("stone", Query.Mode.KEYWORD));
        assertEquals(List.of("bread"), titles("flour", Query.Mode.KEYWORD));
        assertEquals(2, library.check(Progress.NONE).indexed());
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
}
