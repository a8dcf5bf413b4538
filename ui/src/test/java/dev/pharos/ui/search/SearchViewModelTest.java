package dev.pharos.ui.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.search.Query;
import dev.pharos.engine.search.SearchResult;
import dev.pharos.ui.search.SearchViewModel.State;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

final class SearchViewModelTest {
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final ArrayDeque<Runnable> pauses = new ArrayDeque<>();
    private final SearchViewModel viewModel =
            new SearchViewModel(
                    SearchViewModelTest::echo,
                    new Background(worker::add, Runnable::run),
                    pauses::add);

    private static SearchResult echo(Query query) throws ProblemException {
        if (query.text().startsWith("after:")) {
            throw new ProblemException(new Problem.UnreadableQuery(query.text(), query.text()));
        }
        return new SearchResult(query, List.of(), null, true, null, Duration.ZERO);
    }

    private void type(String text) {
        viewModel.textProperty().set(text);
        while (!pauses.isEmpty()) {
            pauses.remove().run();
        }
    }

    private static State found(String text, Query.Mode mode) throws ProblemException {
        return new State.Found(echo(new Query(text, mode, 50)));
    }

    @Test
    void theNewestSearchWinsEvenWhenAnOlderOneEndsLater() throws Exception {
        type("light");
        type("lighthouse");
        var older = worker.removeFirst();
        worker.removeFirst().run();
        older.run();
        assertEquals(found("lighthouse", Query.Mode.HYBRID), viewModel.stateProperty().get());
    }

    @Test
    void theLastResultStaysWhileTheNextOneIsLookedFor() throws Exception {
        type("light");
        worker.remove().run();
        type("lights");
        assertEquals(found("light", Query.Mode.HYBRID), viewModel.stateProperty().get());
    }

    @Test
    void anEmptyLineShowsNothingAndDropsWhatWasAsked() {
        type("light");
        type("");
        worker.remove().run();
        assertEquals(new State.Idle(), viewModel.stateProperty().get());
    }

    @Test
    void anotherModeSearchesAgainWithoutWaiting() throws Exception {
        type("light");
        worker.remove().run();
        viewModel.modeProperty().set(Query.Mode.MEANING);
        worker.remove().run();
        assertEquals(found("light", Query.Mode.MEANING), viewModel.stateProperty().get());
    }

    @Test
    void aLineThatCannotBeUnderstoodIsShownAsAProblem() {
        type("after:yesterday");
        worker.remove().run();
        assertEquals(
                new State.Failed(new Problem.UnreadableQuery("after:yesterday", "after:yesterday")),
                viewModel.stateProperty().get());
    }
}
