package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.pharos.engine.note.Mirrored;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;

/// Notes and the Markdown files of a folder, changed on both sides.
final class NoteMirrorTest extends LibraryFixture {
    private static final Mirrored NOTHING =
            new Mirrored(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private Path folder = Path.of("");

    @BeforeEach
    void begin() throws Exception {
        folder = files.resolve("mirror");
        library.notes().create("One", "one\ntwo\nthree\n", "");
        library.notes().create("Two", "two", "Sub");
        library.notes().create("Three", "three", "");
        mirror();
    }

    private Mirrored mirror() throws ProblemException {
        return library.mirror(folder, false, Progress.NONE);
    }

    private Note note(String path) {
        return library.sources()
                .atPath(Path.of(path))
                .flatMap(source -> library.notes().find(source.id()))
                .orElseThrow();
    }

    private TreeMap<String, String> inLibrary() {
        var texts = new TreeMap<String, String>();
        for (Source source : library.sources().all()) {
            var note = library.notes().find(source.id()).orElseThrow();
            texts.put(source.path().toString().replace('\\', '/'), note.markdown());
        }
        return texts;
    }

    private TreeMap<String, String> inFolder() throws IOException {
        var texts = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                texts.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void theFolderHasTheNotesAndAgreesAtOnce() throws Exception {
        assertEquals(inLibrary(), inFolder());
        assertEquals(3, inFolder().size());
        assertEquals(NOTHING, mirror());
    }

    @Test
    void changesOfEitherSideComeOver() throws Exception {
        Files.writeString(folder.resolve("One.md"), "changed outside");
        Files.createDirectories(folder.resolve("New"));
        Files.writeString(folder.resolve("New/Four.md"), "four");
        library.notes().save(note("Sub/Two.md").id(), 1, "changed here");

        mirror();

        assertEquals("changed outside", note("One.md").markdown());
        assertEquals("four", note("New/Four.md").markdown());
        assertEquals("changed here", Files.readString(folder.resolve("Sub/Two.md")));
        assertEquals(inLibrary(), inFolder());
        assertEquals(NOTHING, mirror());
    }

    @Test
    void changesOfBothSidesAreMergedOrBothKept() throws Exception {
        Files.writeString(folder.resolve("One.md"), "ONE\ntwo\nthree\n");
        library.notes().save(note("One.md").id(), 1, "one\ntwo\nTHREE\n");
        Files.writeString(folder.resolve("Three.md"), "outside");
        library.notes().save(note("Three.md").id(), 1, "here");

        var done = mirror();

        assertEquals("ONE\ntwo\nTHREE\n", Files.readString(folder.resolve("One.md")));
        assertEquals(List.of(Path.of("Three.md")), done.keptTwice());
        assertEquals("here", Files.readString(folder.resolve("Three.md")));
        var three = note("Three.md").id();
        assertEquals(
                true,
                library.notes().versions(three).stream()
                        .anyMatch(version ->
                                library.notes()
                                        .text(three, version.revision())
                                        .filter("outside"::equals)
                                        .isPresent()));
        assertEquals(inLibrary(), inFolder());
    }

    @Test
    void whatIsDeletedOnOneSideGoesOnTheOther() throws Exception {
        var three = note("Three.md").id();
        Files.delete(folder.resolve("Three.md"));

        mirror();

        assertEquals(
                List.of(three),
                library.trash().all().stream().map(each -> each.source().id()).toList());
        library.trash().put(List.of(note("One.md").id()));
        mirror();
        assertEquals(List.of("Sub/Two.md"), List.copyOf(inFolder().keySet()));
        assertEquals(inLibrary(), inFolder());
    }

    @Test
    void namesAreFollowedOnBothSides() throws Exception {
        var one = note("One.md").id();
        Files.move(folder.resolve("One.md"), folder.resolve("Uno.md"));
        library.notes().rename(note("Three.md").id(), "Tres");

        mirror();

        assertEquals(one, note("Uno.md").id());
        assertEquals(List.of("Sub/Two.md", "Tres.md", "Uno.md"), List.copyOf(inFolder().keySet()));
        assertEquals(inLibrary(), inFolder());
        assertEquals(NOTHING, mirror());
    }

    @Test
    void aFolderThatLostMostStopsBeforeAnythingIsDone() throws Exception {
        Files.delete(folder.resolve("One.md"));
        Files.delete(folder.resolve("Three.md"));

        var refused = assertThrows(ProblemException.class, this::mirror);

        assertEquals(new Problem.MostWouldGo(folder, 2, 3), refused.problem());
        assertEquals(3, library.sources().count());
        library.mirror(folder, true, Progress.NONE);
        assertEquals(1, library.sources().count());
    }

    @Test
    void picturesGoWithTheirNotes() throws Exception {
        var markdown = library.notes().attach(note("One.md").id(), new byte[] {1, 2}, "p.bin");
        library.notes().save(note("One.md").id(), 1, markdown);
        Files.write(folder.resolve("q.bin"), new byte[] {3});
        Files.writeString(folder.resolve("Four.md"), "![](q.bin)");

        mirror();

        assertEquals(2, Files.size(folder.resolve("p.bin")));
        assertEquals(
                1, library.notes().attachment(note("Four.md").id(), "q.bin").orElseThrow().size());
    }

    @Test
    void aFileKeepsItsLineEnds() throws Exception {
        Files.writeString(folder.resolve("Four.md"), "one\r\ntwo\r\n");
        Files.writeString(folder.resolve("Three.md"), "three\r\n");
        mirror();
        library.notes().save(note("Four.md").id(), 1, "one\ntwo\nthree\n");

        mirror();

        assertEquals("one\r\ntwo\r\nthree\r\n", Files.readString(folder.resolve("Four.md")));
        assertEquals("three\r\n", Files.readString(folder.resolve("Three.md")));
        assertEquals("three\n", note("Three.md").markdown());
        assertEquals(NOTHING, mirror());
    }

    @Test
    void aFolderThatIsNotThereIsNotTakenForAnEmptyOne() throws Exception {
        Files.move(folder, files.resolve("elsewhere"));

        var refused = assertThrows(ProblemException.class, this::mirror);

        assertEquals(new Problem.FolderMissing(folder), refused.problem());
        assertEquals(false, Files.exists(folder));
        Files.move(files.resolve("elsewhere"), folder);
        assertEquals(NOTHING, mirror());
    }

    @Test
    void aFileThatIsWrittenMeanwhileIsNotOverwritten() throws Exception {
        library.notes().save(note("One.md").id(), 1, "here");
        library.notes().save(note("Three.md").id(), 1, "here");

        library.mirror(
                folder,
                false,
                new Progress() {
                    @Override
                    public void report(long done, long total) {
                        if (done == 1) {
                            writeOutside();
                        }
                    }

                    @Override
                    public boolean cancelled() {
                        return false;
                    }
                });

        assertEquals("outside", Files.readString(folder.resolve("Three.md")));
        assertEquals(List.of(Path.of("Three.md")), mirror().keptTwice());
    }

    private void writeOutside() {
        try {
            Files.writeString(folder.resolve("Three.md"), "outside");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsNoTextIsPassedOver() throws Exception {
        Files.write(folder.resolve("Four.md"), new byte[2000]);
        Files.writeString(folder.resolve("Five.md"), "five");

        var done = mirror();

        assertEquals(List.of(Path.of("Four.md")), done.passedOver());
        assertEquals(List.of(Path.of("Five.md")), done.read());
        assertEquals(2000, Files.size(folder.resolve("Four.md")));
    }

    @Test
    void aNewFileWhereANoteWasRenamedToIsTakenInBesideIt() throws Exception {
        library.notes().rename(note("One.md").id(), "Uno");
        Files.writeString(folder.resolve("One.md"), "one, edited outside");
        Files.writeString(folder.resolve("Uno.md"), "unrelated");

        mirror();

        assertEquals("one, edited outside", note("Uno.md").markdown());
        assertEquals("unrelated", note("Uno 2.md").markdown());
        assertEquals(inLibrary(), inFolder());
    }

    @Test
    void notesThatSwapTheirNamesKeepWhatWasEditedOutside() throws Exception {
        var one = note("One.md").id();
        var three = note("Three.md").id();
        library.notes().rename(one, "Other");
        library.notes().rename(three, "One");
        library.notes().rename(one, "Three");
        Files.writeString(folder.resolve("One.md"), "one outside");
        Files.writeString(folder.resolve("Three.md"), "three outside");

        mirror();

        assertEquals(one, note("Three.md").id());
        assertEquals("one outside", note("Three.md").markdown());
        assertEquals("three outside", note("One.md").markdown());
        assertEquals(inLibrary(), inFolder());
        assertEquals(NOTHING, mirror());
    }

    @Test
    void aFileThatMovedToWhereANewNoteStandsComesBesideIt() throws Exception {
        library.notes().create("Four", "four", "");
        Files.move(folder.resolve("One.md"), folder.resolve("Four.md"));

        mirror();

        assertEquals("four", note("Four.md").markdown());
        assertEquals("one\ntwo\nthree\n", note("Four 2.md").markdown());
        assertEquals(inLibrary(), inFolder());
        assertEquals(NOTHING, mirror());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatCannotBeListedIsNotTakenForDeleted() throws Exception {
        Path locked = folder.resolve("Sub");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(locked), "this user may read everything");
            assertThrows(ProblemException.class, this::mirror);
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertEquals(List.of(), library.trash().all());
    }

    @Test
    void aNoteHasThePictureThatLiesBesideItAndNotAnothersOfThatName() throws Exception {
        for (String each : List.of("A", "B")) {
            Files.createDirectories(folder.resolve(each));
            Files.writeString(folder.resolve(each).resolve("p.bin"), each);
            Files.writeString(folder.resolve(each).resolve(each + " note.md"), "![](p.bin)");
        }

        mirror();

        for (String each : List.of("A", "B")) {
            var shown =
                    library.notes().attachment(note(each + "/" + each + " note.md").id(), "p.bin");
            assertEquals(each, Files.readString(shown.orElseThrow().file()));
        }
    }
}
