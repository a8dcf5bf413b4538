package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pharos.engine.library.ImportResult.Status;
import dev.pharos.engine.problem.Problem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Notes that came from a file, were edited here, and whose file is imported again.
final class EditedNotesTest extends LibraryFixture {
    private Path file = Path.of("");
    private SourceId note;

    @BeforeEach
    void edit() throws Exception {
        file = write("a.md", "one\ntwo\nthree\n");
        importFiles(file);
        note = library.sources().all().getFirst().id();
        library.notes().save(note, 1, "ONE\ntwo\nthree\n");
    }

    private String text() {
        return library.notes().find(note).orElseThrow().markdown();
    }

    @Test
    void theSameFileChangesNothing() throws Exception {
        assertEquals(Map.of("a.md", Status.UNCHANGED), importFiles(file));
        assertEquals("ONE\ntwo\nthree\n", text());
    }

    @Test
    void aFileWithOtherChangesIsMerged() throws Exception {
        write("a.md", "one\ntwo\nTHREE\n");

        var result = results(file).getFirst();

        assertEquals(Status.UPDATED, result.status());
        assertInstanceOf(Problem.NoteMerged.class, result.problem());
        assertEquals("ONE\ntwo\nTHREE\n", text());
        assertEquals(Map.of("a.md", Status.UNCHANGED), importFiles(file));
    }

    @Test
    void ofTheSameLinesWhatIsHereStaysAndTheFileIsAVersion() throws Exception {
        write("a.md", "1\ntwo\nthree\n");

        assertInstanceOf(Problem.NoteKeptTwice.class, results(file).getFirst().problem());

        assertEquals("ONE\ntwo\nthree\n", text());
        assertEquals(
                List.of(
                        "ONE\ntwo\nthree\n",
                        "1\ntwo\nthree\n",
                        "ONE\ntwo\nthree\n",
                        "one\ntwo\nthree\n"),
                library.notes().versions(note).stream()
                        .map(version ->
                                library.notes().text(note, version.revision()).orElseThrow())
                        .toList());
        assertEquals(1, library.sources().count());
    }

    @Test
    void aFileThatHasTheNameWhichANoteGotHereIsAnother() throws Exception {
        library.notes().rename(note, "New");

        assertEquals(Map.of("New.md", Status.IMPORTED), importFiles(write("New.md", "other")));

        assertEquals("ONE\ntwo\nthree\n", text());
        assertEquals(2, library.sources().count());
    }

    @Test
    void aRenamedNoteIsStillThatOfItsFile() throws Exception {
        library.notes().rename(note, "Other");
        Files.move(file, files.resolve("b.md"));

        assertEquals(Map.of("b.md", Status.UNCHANGED), importFiles(files.resolve("b.md")));

        assertEquals(1, library.sources().count());
        assertEquals("Other", library.sources().all().getFirst().title());
    }
}
