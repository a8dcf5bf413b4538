package dev.pharos.ui.related;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.graph.Graph;
import dev.pharos.engine.graph.Related;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/// The worker is a queue that is held here.
final class RelatedViewModelTest {
    private final SourceId tides = new SourceId(new UUID(0, 1));
    private final SourceId moon = new SourceId(new UUID(0, 2));
    private final List<SourceId> asked = new ArrayList<>();
    private final Queue<Runnable> worker = new ArrayDeque<>();
    private List<Related> all = List.of();
    private final RelatedViewModel viewModel =
            new RelatedViewModel(
                    (source, _, _) -> {
                        asked.add(source);
                        return all;
                    },
                    () -> true,
                    new Background(worker::add, Runnable::run),
                    Runnable::run);

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private Related linked(SourceId source) {
        return new Related(
                new Graph.Item(source, "Moon", SourceKind.NOTE, Set.of()),
                1,
                List.of(new Related.Linked()));
    }

    @Test
    void nothingIsLookedForUntilItIsShown() {
        viewModel.open(tides);
        viewModel.changed();
        work();
        assertEquals(List.of(), asked);
        viewModel.shownProperty().set(true);
        work();
        assertEquals(List.of(tides), asked);
        assertEquals(new RelatedViewModel.State.None(true), viewModel.stateProperty().get());
    }

    @Test
    void whatIsFoundForASourceThatWasLeftIsNotShown() {
        all = List.of(linked(moon));
        viewModel.shownProperty().set(true);
        viewModel.open(tides);
        var late = List.copyOf(worker);
        worker.clear();
        viewModel.open(moon);
        late.forEach(Runnable::run);
        assertEquals(new RelatedViewModel.State.Looking(), viewModel.stateProperty().get());
        work();
        assertEquals(new RelatedViewModel.State.Found(all), viewModel.stateProperty().get());
    }

    @Test
    void aChangeOfTheLibraryIsSeen() {
        viewModel.shownProperty().set(true);
        viewModel.open(tides);
        work();
        all = List.of(linked(moon));
        viewModel.changed();
        work();
        assertEquals(new RelatedViewModel.State.Found(all), viewModel.stateProperty().get());
    }
}
