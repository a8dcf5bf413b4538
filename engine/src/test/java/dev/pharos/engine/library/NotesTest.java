package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.note.Notes.Saved;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.storage.Database;
import dev.pharos.engine.storage.StorageException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Notes that are written here.
final class NotesTest extends LibraryFixture {
    private Notes notes;

    @BeforeEach
    void take() {
        notes = library.notes();
    }

    private Note create(String title, String markdown) throws Exception {
        return notes.create(title, markdown, "");
    }

    private String text(Note note) {
        return notes.find(note.id()).orElseThrow().markdown();
    }

    @Test
    void aNewNoteIsFoundByItsWordsAtOnce() throws Exception {
        var note = notes.create("Trip: to Rome?", "We saw the lighthouse. #travel/italy", "Travel");

        assertEquals(List.of("Trip: to Rome?"), titles("lighthouse", Query.Mode.KEYWORD));
        assertEquals(Path.of("Travel", "Trip to Rome.md"), note.source().path());
        assertEquals(Set.of("travel/italy"), note.source().tags());
        assertEquals(1, note.revision());
    }

    @Test
    void anEmptyNoteIsANoteToo() throws Exception {
        var note = create("Empty", "");

        assertEquals("", text(note));
        assertEquals("Empty", note.title());
    }

    @Test
    void aSaveIsFoundAndKeepsTheVectorsOfWhatStayed() throws Exception {
        var note = create("Log", TOWER);
        library.meaning().await(dev.pharos.engine.work.Progress.NONE);
        long id = library.passages().of(note.id()).getFirst().id();

        var saved = notes.save(note.id(), 1, TOWER + "\n");

        assertEquals(new Saved.Kept(2), saved);
        assertEquals(id, library.passages().of(note.id()).getFirst().id());
        notes.save(note.id(), 2, BREAD);
        assertEquals(List.of("Log"), titles("flour", Query.Mode.KEYWORD));
        assertEquals(List.of(), titles("stone", Query.Mode.KEYWORD));
    }

    @Test
    void aNoteKeepsTheTitleThatItsFileCannotHave() throws Exception {
        var note = create("What? Why?", "");

        notes.save(note.id(), 1, "Because.");

        assertEquals("What? Why?", notes.find(note.id()).orElseThrow().title());
    }

    @Test
    void whatIsWrittenGivesANoteNoOtherName() throws Exception {
        var note = create("Strange trip", "");

        notes.save(note.id(), 1, "# Another\n\n## A heading\n");

        assertEquals("Strange trip", notes.find(note.id()).orElseThrow().title());
    }

    @Test
    void anEarlierVersionComesBackUnderTheNameOfToday() throws Exception {
        var note = create("Old", "# Old\n\nwords\n");
        notes.rename(note.id(), "New");

        notes.restore(note.id(), 1);

        assertEquals("# Old\n\nwords\n", text(note));
        assertEquals("New", notes.find(note.id()).orElseThrow().title());
    }

    @Test
    void aRenameKeepsWhatWasWrittenBeforeItAsAVersion() throws Exception {
        var note = create("Log", "");
        notes.save(note.id(), 1, "before");
        notes.rename(note.id(), "Journal");
        notes.save(note.id(), 3, "after");

        assertEquals(
                List.of("after", "before"),
                notes.versions(note.id()).stream()
                        .map(version -> notes.text(note.id(), version.revision()).orElseThrow())
                        .toList());
    }

    @Test
    void someMinutesOfQuietEndASitting() throws Exception {
        var note = create("Log", "one");
        library.close();
        try (var database = Database.open(temp.resolve("library/pharos.db"), false)) {
            String earlier =
                    "UPDATE revision SET imported = imported - 240000, began = began - 240000";
            database.write(connection -> connection.createStatement().execute(earlier));
        }
        reopen();

        library.notes().save(note.id(), 1, "two");

        assertEquals(2, library.notes().versions(note.id()).size());
    }

    @Test
    void savesOfOneSittingAreOneVersion() throws Exception {
        importFiles(write("a.md", "from the file\n"));
        var note = notes.find(library.sources().all().getFirst().id()).orElseThrow();

        for (int i = 1; i <= 5; i++) {
            notes.save(note.id(), i, "typed " + i + "\n");
        }

        assertEquals(
                List.of(6, 1),
                notes.versions(note.id()).stream().map(Notes.Version::revision).toList());
        assertEquals("from the file\n", notes.text(note.id(), 1).orElseThrow());
        assertEquals("typed 2\n", notes.text(note.id(), 3).orElseThrow());
    }

    @Test
    void whatALaterSaveHasReplacedGoesAtTheNextStart() throws Exception {
        var note = create("Log", "one");
        notes.save(note.id(), 1, "two");
        var kept = library.blobs().find(notes.find(note.id()).orElseThrow().source().contentHash());
        var replaced = library.sources().contentHashes().size();

        reopen();

        assertEquals(2, replaced);
        assertEquals(List.of(kept.orElseThrow().hash()), library.sources().contentHashes());
        try (var files = Files.walk(temp.resolve("library/blobs"))) {
            assertEquals(1, files.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void aStaleSaveIsMerged() throws Exception {
        var note = create("Log", "one\ntwo\nthree\n");
        notes.save(note.id(), 1, "ONE\ntwo\nthree\n");

        var saved = notes.save(note.id(), 1, "one\ntwo\nTHREE\n");

        assertEquals(new Saved.Merged(3, "ONE\ntwo\nTHREE\n"), saved);
        assertEquals("ONE\ntwo\nTHREE\n", text(note));
    }

    @Test
    void ofAConflictBothTextsAreKept() throws Exception {
        var note = create("Log", "one\n");
        notes.save(note.id(), 1, "theirs\n");

        var conflict = assertInstanceOf(Saved.Conflict.class, notes.save(note.id(), 1, "mine\n"));

        assertEquals("theirs\n", text(note));
        assertEquals(conflict.revision(), notes.find(note.id()).orElseThrow().revision());
        assertEquals("mine\n", notes.text(note.id(), conflict.kept()).orElseThrow());
        assertEquals(
                true,
                notes.versions(note.id()).stream()
                        .anyMatch(version -> version.revision() == conflict.kept()));
    }

    @Test
    void aConflictThatBreaksHalfWayLeavesTheNoteAsItWas() throws Exception {
        var note = create("Log", "one\n");
        notes.save(note.id(), 1, "theirs\n");
        try (var database = Database.open(temp.resolve("library/pharos.db"), false)) {
            String full =
                    "CREATE TRIGGER full BEFORE INSERT ON revision WHEN NEW.number = 4"
                            + " BEGIN SELECT RAISE(ABORT, 'full'); END";
            database.write(connection -> connection.createStatement().execute(full));
        }

        assertThrows(StorageException.class, () -> notes.save(note.id(), 1, "mine\n"));

        assertEquals("theirs\n", text(note));
    }

    @Test
    void anEarlierVersionIsRestoredAsANewOne() throws Exception {
        importFiles(write("a.md", "first\n"));
        var id = library.sources().all().getFirst().id();
        notes.save(id, 1, "second\n");

        assertEquals(new Saved.Kept(3), notes.restore(id, 1));

        assertEquals(
                List.of(3, 2, 1),
                notes.versions(id).stream().map(Notes.Version::revision).toList());
        assertEquals("first\n", notes.find(id).orElseThrow().markdown());
    }

    @Test
    void lineEndsStayAsTheFileHasThem() throws Exception {
        importFiles(write("a.md", "one\r\ntwo\r\n"));
        var note = notes.find(library.sources().all().getFirst().id()).orElseThrow();
        assertEquals("one\ntwo\n", note.markdown());

        notes.save(note.id(), 1, "one\n2\n");

        var hash = notes.find(note.id()).orElseThrow().source().contentHash();
        assertEquals(
                "one\r\n2\r\n", Files.readString(library.blobs().find(hash).orElseThrow().file()));
    }

    @Test
    void aPastedPictureIsKeptWithItsNote() throws Exception {
        var note = create("Log", "");
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

        var markdown = notes.attach(note.id(), png, "a b.png");
        notes.save(note.id(), 1, markdown);

        assertEquals("![](a%20b.png)", markdown);
        assertEquals(
                "![](a%20b%202.png)",
                notes.attach(
                        note.id(),
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1},
                        "a b.png"));
        assertArrayEquals(
                png,
                Files.readAllBytes(notes.attachment(note.id(), "a%20b.png").orElseThrow().file()));
    }

    @Test
    void aTemplateIsOneByItsFolderOrItsProperty() throws Exception {
        notes.create("Daily", "# {{title}}", "Templates");
        create("Other", "---\ntemplate: true\n---\n");
        create("None", "");

        assertEquals(
                Map.of("Daily", "Templates", "Other", ""),
                notes.templates().stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        source -> Note.name(source.path()),
                                        source ->
                                                new Note(source, "")
                                                        .folder()
                                                        .orElseThrow()
                                                        .toString())));
    }
}
