package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.Library.Access;
import dev.pharos.engine.meaning.EmbeddingChoice.State;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/// A change of the embedder in a process that is killed at random moments, the step among them.
final class KilledChangeTest {
    /// Fewer than a search looks at, so that equal scores always stand in the same order.
    private static final int FILES = 190;

    private static final int KILLS = 6;

    /// About as many as an undisturbed change prints.
    private static final int LINES = 500;

    @TempDir Path temp;

    /// What a killed process left.
    ///
    /// @param said how many passages it had told to be embedded; all where it had told of the step
    private record Left(int said, State state, List<String> ranking) {}

    @Test
    void aKilledChangeLosesNothingAndEndsAsAnUndisturbedOne() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        fill();
        var before = ranking();
        var left = new ArrayList<Left>();
        for (int i = 0; i < KILLS; i++) {
            int said = killed(random.nextInt(LINES));
            left.add(new Left(said, state(), ranking()));
        }
        finish();
        var after = ranking();
        for (Left each : left) {
            boolean stepped = each.state().current().id().equals("fresh");
            assertEquals(stepped ? after : before, each.ranking());
            int embedded = stepped ? FILES : each.state().embedded();
            assertTrue(embedded >= each.said(), () -> "embedded and lost: " + each);
        }
        reindex();
        assertEquals(ranking(), after, "the index is that of the database");
    }

    /// Kills a changing process after so many lines, or when it is done.
    ///
    /// @return how many passages it had told to be embedded
    private int killed(int lines) throws Exception {
        var builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        ChangingChild.class.getName(),
                        temp.resolve("library").toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        var child = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        int said = 0;
        try (var out = child.inputReader()) {
            for (int i = 0; i <= lines; i++) {
                var line = out.readLine();
                if (line.equals("done")) {
                    said = FILES;
                    break;
                }
                said = Integer.parseInt(line);
            }
            child.toHandle().destroyForcibly();
            child.waitFor();
        }
        return said;
    }

    private void finish() throws Exception {
        try (var library = open(Access.WRITE)) {
            library.embedding().change("fresh");
            while (library.embedding().state().next() != null) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private void reindex() throws Exception {
        try (var library = open(Access.WRITE)) {
            library.reindex(Progress.NONE);
        }
    }

    private Library open(Access access) throws Exception {
        return Library.open(
                temp.resolve("library"), access, ChangingChild.abilities(ChangingChild.fresh()));
    }

    private void fill() throws Exception {
        var files = Files.createDirectories(temp.resolve("files"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(
                    files.resolve(i + ".txt"), "Stone " + i + " of the harbour, lamp " + i % 7);
        }
        try (var library = open(Access.WRITE)) {
            library.importer().importAll(List.of(files), ImportListener.NONE, Progress.NONE);
            library.meaning().await(Progress.NONE);
        }
    }

    private State state() throws Exception {
        try (var library = open(Access.READ)) {
            return library.embedding().state();
        }
    }

    private List<String> ranking() throws Exception {
        try (var library = open(Access.READ)) {
            var ranking = new ArrayList<String>();
            for (var mode : Query.Mode.values()) {
                for (var hit :
                        library.searcher().search(new Query("harbour lamp", mode, 50)).hits()) {
                    ranking.add(mode + " " + hit.passage().id() + " " + hit.score());
                }
            }
            return ranking;
        }
    }
}
