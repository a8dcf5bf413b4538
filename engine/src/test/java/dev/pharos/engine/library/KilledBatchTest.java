package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.batch.Batch.Status;
import dev.pharos.engine.batch.BatchItem;
import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.making.MadeNote.Settings;
import dev.pharos.engine.work.Job;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// Notes in a process that is killed at random moments.
final class KilledBatchTest {
    private static final int FILES = 10;
    private static final int KILLS = 3;
    private static final int LINES = 6;
    private static final int MOST_NANOS = 30_000_000;

    @TempDir Path temp;

    @Test
    void aBatchThatIsKilledAgainAndAgainMakesEveryNoteOnce() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        Batch.Id batch;
        try (var library = open()) {
            var sources = fill(library);
            batch =
                    library.batches()
                            .submit(sources, new Batch.Settings(Settings.DEFAULT, null))
                            .id();
        }
        var before = new ArrayList<Map<SourceId, List<SourceId>>>();
        for (int i = 0; i < KILLS; i++) {
            killed(1 + random.nextInt(LINES), random.nextInt(MOST_NANOS));
            try (var library = open()) {
                before.add(made(library, batch));
            }
        }
        try (var library = open()) {
            library.jobs().start();
            library.jobs()
                    .await(library.jobs().all().stream().map(Job::id).toList(), Progress.NONE);
            assertEquals(Status.COMPLETED, library.batches().find(batch).orElseThrow().status());
            var after = made(library, batch);
            assertEquals(FILES, after.size());
            assertTrue(before.getFirst().size() < FILES, "none was killed before its end");
            before.forEach(then -> then.forEach((of, notes) -> assertEquals(notes, after.get(of))));
            assertEquals(FILES, notes(library).size());
            for (var note : notes(library)) {
                var of = library.making().made().find(note.id()).orElseThrow().source();
                assertEquals(List.of(note.id()), after.get(of));
                assertEquals(1, library.notes().versions(note.id()).size(), note::title);
            }
        }
    }

    @Test
    void aMakingThatIsKilledWhileAModelWritesLeavesNothing() throws Exception {
        SourceId source;
        List<Source> all;
        try (var library = open()) {
            source = fill(library).getFirst();
            all = library.sources().all();
        }
        killed(1, 0, source.toString());
        try (var library = open()) {
            assertEquals(all, library.sources().all());
            assertEquals(Map.of(), library.making().made().origins());
            assertEquals(List.of(), library.tags().all());
            assertEquals(List.of(), library.jobs().all());
            library.making().make(source, Settings.DEFAULT, _ -> {}, Progress.NONE);
            assertEquals(1, notes(library).size());
        }
    }

    /// Kills a process after so many lines and nanoseconds.
    private void killed(int lines, int nanos, String... more) throws Exception {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "--enable-native-access=ALL-UNNAMED",
                                MakingChild.class.getName(),
                                temp.resolve("library").toString()));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var child = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var out = child.inputReader()) {
            for (int i = 0; i < lines && !"done".equals(out.readLine()); i++) {
                LockSupport.parkNanos(nanos / lines);
            }
            child.toHandle().destroyForcibly();
            child.waitFor();
        }
    }

    private Library open() throws Exception {
        return Library.open(
                temp.resolve("library"), Access.WRITE, MakingChild.abilities(Abilities.Chat.NONE));
    }

    private List<SourceId> fill(Library library) throws Exception {
        var files = Files.createDirectories(temp.resolve("files"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(
                    files.resolve("plan" + i + ".txt"),
                    """
                    School %d wants solar panels on its roof before the next winter begins.

                    The solar panels of school %d cost twelve thousand euros with all cables.

                    The kitchen of school %d needs a new oven, because the old one burns the bread.
                    """
                            .formatted(i, i, i));
        }
        library.importer().importAll(List.of(files), ImportListener.NONE, Progress.NONE);
        library.meaning().await(Progress.NONE);
        return library.sources().all().stream().map(Source::id).toList();
    }

    private static Map<SourceId, List<SourceId>> made(Library library, Batch.Id batch) {
        var made = new HashMap<SourceId, List<SourceId>>();
        for (BatchItem each : library.batches().find(batch).orElseThrow().items()) {
            if (!each.notes().isEmpty()) {
                made.put(each.source(), each.notes());
            }
        }
        return made;
    }

    /// What was not imported.
    private static List<Source> notes(Library library) {
        return library.sources().all().stream().filter(each -> !each.path().isAbsolute()).toList();
    }
}
