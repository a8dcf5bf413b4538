package dev.pharos.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.ImportListener;
import dev.pharos.engine.library.ImportResult;
import dev.pharos.engine.library.ImportSummary;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;
import dev.pharos.ui.library.ImportViewModel.State;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class ImportViewModelTest {
    private static final Path GOOD = Path.of("good.txt");
    private static final Path EMPTY = Path.of("empty.txt");
    private static final Path FULL = Path.of("full.txt");

    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final List<List<Path>> imported = new ArrayList<>();
    private final ImportViewModel viewModel =
            new ImportViewModel(this::importAll, new Background(worker::add, Runnable::run));

    private ImportSummary importAll(List<Path> paths, ImportListener listener, Progress progress)
            throws ProblemException {
        imported.add(paths);
        if (paths.contains(FULL)) {
            throw new ProblemException(new Problem.DiskFull(FULL));
        }
        for (Path path : paths) {
            listener.started(path);
            progress.checkpoint();
            listener.finished(result(path));
        }
        return new ImportSummary(Map.of(), 1, Duration.ZERO);
    }

    private static ImportResult result(Path path) {
        return path.equals(EMPTY)
                ? new ImportResult(
                        path,
                        ImportResult.Status.FAILED,
                        null,
                        null,
                        0,
                        new Problem.EmptyFile(path))
                : new ImportResult(path, ImportResult.Status.IMPORTED, null, null, 1, null);
    }

    @Test
    void everyFileHasOneRowThatSaysWhatBecameOfIt() {
        viewModel.start(List.of(GOOD, EMPTY));
        worker.remove().run();
        assertEquals(
                List.of(new ImportRow(GOOD, result(GOOD)), new ImportRow(EMPTY, result(EMPTY))),
                viewModel.rows());
    }

    @Test
    void whatIsDroppedDuringAnImportFollowsIt() {
        viewModel.start(List.of(GOOD));
        viewModel.start(List.of(EMPTY));
        worker.remove().run();
        worker.remove().run();
        assertEquals(List.of(List.of(GOOD), List.of(EMPTY)), imported);
    }

    @Test
    void cancellingIsNoSuccessAndForgetsWhatWaits() {
        viewModel.start(List.of(GOOD));
        viewModel.start(List.of(EMPTY));
        viewModel.cancel();
        worker.remove().run();
        assertEquals(new State.Stopped(), viewModel.stateProperty().get());
        assertEquals(0, worker.size());
    }

    @Test
    void whatFailedIsToldAlsoWhereMoreFollowedIt() {
        viewModel.start(List.of(FULL));
        viewModel.start(List.of(GOOD));
        worker.remove().run();
        worker.remove().run();
        assertEquals(new State.Failed(new Problem.DiskFull(FULL)), viewModel.stateProperty().get());
    }

    @Test
    void aRunningImportCannotBePutAway() {
        viewModel.start(List.of(GOOD));
        var running = viewModel.stateProperty().get();
        viewModel.dismiss();
        assertEquals(running, viewModel.stateProperty().get());
    }
}
