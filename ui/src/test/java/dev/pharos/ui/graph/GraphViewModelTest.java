package dev.pharos.ui.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.graph.Graph;
import dev.pharos.engine.graph.Graph.Edge;
import dev.pharos.engine.graph.Graph.Item;
import dev.pharos.engine.graph.Graph.Kind;
import dev.pharos.engine.graph.Graph.Topic;
import dev.pharos.engine.graph.KeptPlaces;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// A to B by a link, B to C because they are similar, C and D by a tag; E alone.
@SuppressWarnings("NullAway.Init")
final class GraphViewModelTest {
    private static final Graph GRAPH =
            new Graph(
                    List.of(
                            item(0, "A", SourceKind.NOTE),
                            item(1, "B", SourceKind.NOTE),
                            item(2, "C", SourceKind.PDF, "sea"),
                            item(3, "D", SourceKind.RECORDING, "sea/tides"),
                            item(4, "E", SourceKind.NOTE),
                            new Topic("sea", 2)),
                    List.of(
                            new Edge(0, 1, Kind.LINK, 1),
                            new Edge(1, 2, Kind.SIMILAR, 0.5f),
                            new Edge(2, 5, Kind.TAG, 1),
                            new Edge(3, 5, Kind.TAG, 1)));

    @TempDir Path temp;
    private Graph library = GRAPH;
    private GraphViewModel viewModel;

    private static Item item(int number, String title, SourceKind kind, String... tags) {
        return new Item(new SourceId(new UUID(0, number)), title, kind, Set.of(tags));
    }

    @BeforeEach
    void look() {
        viewModel =
                new GraphViewModel(
                        _ -> library,
                        new KeptPlaces(temp.resolve("places"), true),
                        new Background(Runnable::run, Runnable::run),
                        Runnable::run);
        viewModel.look(this, true);
    }

    private String shown() {
        var now = viewModel.shownProperty().get();
        return String.join(
                " ",
                IntStream.range(0, now.nodes().length)
                        .filter(i -> now.nodes()[i])
                        .mapToObj(i -> now.node(i).title())
                        .toList());
    }

    private void filter(GraphFilter filter) {
        viewModel.filterProperty().set(filter);
    }

    @Test
    void everythingIsShownAtFirst() {
        assertEquals("A B C D E #sea", shown());
    }

    @Test
    void whatIsNotConnectedCanBeHidden() {
        filter(GraphFilter.ALL.withLonely(false));
        assertEquals("A B C D #sea", shown());
    }

    @Test
    void aTagWithoutSourcesInViewIsHiddenToo() {
        filter(GraphFilter.ALL.with(Family.RECORDING, false).with(Family.DOCUMENT, false));
        assertEquals("A B E", shown());
    }

    @Test
    void aTagShowsWhatLiesBelowIt() {
        filter(GraphFilter.ALL.withTag("sea"));
        assertEquals("C D #sea", shown());
    }

    @Test
    void surroundingsReachSoManySteps() {
        var a = new SourceId(new UUID(0, 0)).toString();
        filter(GraphFilter.ALL.around(a, 1));
        assertEquals("A B", shown());
        filter(GraphFilter.ALL.around(a, 3));
        assertEquals("A B C D #sea", shown());
    }

    @Test
    void theWayBetweenTwoGoesOverAllKindsOfEdgesThatAreShown() {
        viewModel.choose(0);
        viewModel.chooseWayTo(3);
        assertEquals(List.of(0, 1, 2, 5, 3), viewModel.way());
        filter(GraphFilter.ALL.with(Kind.SIMILAR, false));
        assertEquals(List.of(), viewModel.way());
    }

    @Test
    void whatIsChosenStaysSoWhenTheLibraryChanges() {
        viewModel.choose(3);
        library = new Graph(GRAPH.nodes().subList(1, 4), List.of(new Edge(0, 1, Kind.LINK, 1)));
        viewModel.changed();
        var now = viewModel.shownProperty().get();
        assertEquals("D", now.node(viewModel.chosenIndex()).title());
    }

    @Test
    void itIsFollowedForAsLongAsAnybodySeesIt() {
        viewModel.look("other half", true);
        viewModel.look("other half", false);
        library = Graph.EMPTY;
        viewModel.changed();
        assertEquals("", shown());
    }

    @Test
    void nothingIsReadBeforeItIsLookedAt() {
        viewModel.look(this, false);
        library = Graph.EMPTY;
        viewModel.changed();
        assertEquals("A B C D E #sea", shown());
        viewModel.look(this, true);
        assertEquals("", shown());
    }
}
