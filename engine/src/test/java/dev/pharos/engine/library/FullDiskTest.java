package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pharos.engine.document.PlainText;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.storage.StorageException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// With a disk of 16 MB in memory, where the tests may mount one.
@Timeout(300)
final class FullDiskTest {
    @TempDir Path temp;
    private Path disk = Path.of("");
    private boolean mounted;

    private void mount(Path at) throws Exception {
        disk = Files.createDirectories(at);
        mounted = ran("mount", "-t", "tmpfs", "-o", "size=16m", "pharos-test", disk.toString());
        assumeTrue(mounted, "may not mount a small disk here");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            ran("umount", disk.toString());
        }
    }

    private static boolean ran(String... command) throws InterruptedException {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    private void fill() throws IOException {
        var options =
                new StandardOpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.WRITE};
        try (var filler = FileChannel.open(disk.resolve("filler"), options)) {
            assertThrows(
                    IOException.class,
                    () -> {
                        while (true) {
                            filler.write(ByteBuffer.allocate(1 << 16));
                        }
                    });
        }
    }

    private void makeRoom() throws IOException {
        Files.delete(disk.resolve("filler"));
    }

    private Library open(Path folder, Access access) throws ProblemException {
        return Library.open(
                folder,
                access,
                new Abilities(
                        new PlainText(),
                        FixedEmbedders.of(new HashingEmbedder()),
                        Abilities.Chat.NONE));
    }

    private void add(Library library, String name, String text) throws Exception {
        var file = Files.writeString(temp.resolve(name), text);
        library.importer().importAll(List.of(file), ImportListener.NONE, Progress.NONE);
    }

    private static int found(Library library, String words) throws ProblemException {
        return library.searcher().search(new Query(words, Query.Mode.KEYWORD, 5)).hits().size();
    }

    private Problem refused(Path folder, Access access) {
        return assertThrows(ProblemException.class, () -> open(folder, access).close()).problem();
    }

    @Test
    void aLibraryOnAFullDiskIsNotCalledDamaged() throws Exception {
        mount(temp.resolve("disk"));
        var folder = disk.resolve("library");
        try (var library = open(folder, Access.WRITE)) {
            add(library, "a.txt", "Bread is baked from flour.");
        }
        fill();

        assertEquals(new Problem.DiskFull(folder), refused(folder, Access.WRITE));
        assertEquals(new Problem.DiskFull(folder), refused(folder, Access.READ));

        makeRoom();
        try (var library = open(folder, Access.WRITE)) {
            assertEquals(1, found(library, "bread"));
        }
    }

    @Test
    void aWriteToAFullDiskSaysSoAndTheNextOneWorks() throws Exception {
        mount(temp.resolve("disk"));
        try (var library = open(disk.resolve("library"), Access.WRITE)) {
            fill();
            var jobs = library.jobs();
            var options = "x".repeat(1 << 20);
            var e =
                    assertThrows(
                            StorageException.class, () -> jobs.add("other", "a", "a", options));
            assertEquals(new Problem.DiskFull(library.folder()), e.problem());

            makeRoom();
            var job = jobs.add("other", "a", "a", options);
            assertEquals(List.of(job), jobs.all());
        }
    }

    @Test
    void anIndexThatFoundNoRoomSaysSoAndIsCompletedOnceThereIs() throws Exception {
        var folder = temp.resolve("library");
        mount(folder.resolve("index"));
        try (var library = open(folder, Access.WRITE)) {
            add(library, "a.txt", "Bread is baked from flour.");
            library.meaning().await(Progress.NONE);
            fill();

            var e =
                    assertThrows(
                            ProblemException.class,
                            () -> add(library, "b.txt", "The tower is built of stone."));
            assertInstanceOf(Problem.DiskFull.class, e.problem());
            var stopped =
                    assertThrows(
                            ProblemException.class, () -> library.meaning().await(Progress.NONE));
            assertInstanceOf(Problem.DiskFull.class, stopped.problem());
            assertEquals(1, found(library, "bread"));

            makeRoom();
            add(library, "c.txt", "The ferry leaves at noon.");
            library.meaning().await(Progress.NONE);
            assertEquals(
                    List.of(1, 1, 1),
                    List.of(
                            found(library, "bread"),
                            found(library, "tower"),
                            found(library, "ferry")));
        }
    }
}
