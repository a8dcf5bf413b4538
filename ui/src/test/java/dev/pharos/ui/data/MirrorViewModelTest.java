package dev.pharos.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.note.Mirrored;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.data.MirrorViewModel.State;
import dev.pharos.ui.work.Background;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Notes that are kept the same as a folder, by a library whose answers the test gives.
@SuppressWarnings("NullAway.Init")
final class MirrorViewModelTest {
    private static final Path FOLDER = Path.of("notes").toAbsolutePath();
    private static final Mirrored READ =
            new Mirrored(
                    List.of(Path.of("a.md")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    @TempDir Path temp;
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private @Nullable Problem problem;

    private final Mirroring mirroring =
            new Mirroring() {
                @Override
                public Mirrored mirror(Path folder, boolean deleteMost, Progress progress)
                        throws ProblemException {
                    if (problem != null) {
                        throw new ProblemException(problem);
                    }
                    done.add(folder.getFileName() + (deleteMost ? " most" : ""));
                    return READ;
                }

                @Override
                public void watch(Path folder, Progress until, Runnable changed) {
                    done.add("watch");
                    if (done.size() < 4) {
                        changed.run();
                    }
                }
            };

    private MirrorViewModel mirror() {
        var background = new Background(worker::add, Runnable::run);
        var settings = MirrorSettings.kept(temp, background);
        var mirror =
                new MirrorViewModel(
                        mirroring,
                        settings,
                        background,
                        Runnable::run,
                        InstantSource.fixed(Instant.ofEpochMilli(5)));
        settings.load();
        work();
        return mirror;
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    @Test
    void whatIsNotKeptIsMirroredWhenItIsAskedFor() {
        var mirror = mirror();
        mirror.mirror(FOLDER);
        work();
        mirror.changed();
        work();
        assertEquals(List.of("notes"), done);
        assertEquals(new State.Same(), mirror.stateProperty().get());
        assertEquals(
                new MirrorSettings(FOLDER.toString(), false, 5, MirrorSettings.Done.of(READ)),
                mirror.settingsProperty().get());
    }

    @Test
    void aKeptFolderIsLookedAtAtOnceAndWheneverItChangesAlsoAfterARestart() {
        var mirror = mirror();
        mirror.mirror(FOLDER);
        work();
        mirror.keep(true);
        work();
        assertEquals(List.of("notes", "notes", "watch", "notes", "watch"), done);
        done.clear();
        problem = new Problem.FolderMissing(FOLDER);
        assertEquals(new State.Stopped(problem), mirror().stateProperty().get());
    }

    @Test
    void aFolderThatIsBackIsKeptAgain() {
        var mirror = mirror();
        problem = new Problem.FolderMissing(FOLDER);
        mirror.mirror(FOLDER);
        mirror.keep(true);
        work();
        assertEquals(new State.Stopped(problem), mirror.stateProperty().get());

        problem = null;
        mirror.look();
        work();

        assertEquals(new State.Same(), mirror.stateProperty().get());
    }

    @Test
    void whatWouldDeleteMostIsDoneOnlyWhenItsOwnerSaysSo() {
        var mirror = mirror();
        problem = new Problem.MostWouldGo(FOLDER, 2, 3);
        mirror.mirror(FOLDER);
        work();
        problem = null;
        mirror.mirror(true);
        work();
        assertEquals(List.of("notes most"), done);
    }
}
