package dev.pharos.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pharos.engine.meaning.Meaning;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.library.MeaningViewModel.State;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Work;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;

final class MeaningViewModelTest {
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();

    private MeaningViewModel viewModel(Work<Boolean> indexed) {
        return new MeaningViewModel(
                indexed,
                _ -> new Meaning.State(7, 7, null),
                () -> null,
                () -> null,
                new Background(worker::add, Runnable::run));
    }

    @Test
    void theIndexIsToldOfBeforeTheMeaning() {
        var viewModel = viewModel(_ -> true);
        viewModel.begin();
        viewModel.watch();
        assertInstanceOf(State.Indexing.class, viewModel.stateProperty().get());
        worker.remove().run();
        assertInstanceOf(State.Working.class, viewModel.stateProperty().get());
        worker.remove().run();
        assertEquals(new State.Complete(7, null), viewModel.stateProperty().get());
    }

    @Test
    void anIndexThatCannotBeCompletedIsTold() {
        var full = new Problem.DiskFull(Path.of("library"));
        var viewModel =
                viewModel(_ -> {
                    throw new ProblemException(full);
                });
        viewModel.begin();
        worker.remove().run();
        assertEquals(new State.Failed(full), viewModel.stateProperty().get());
    }
}
