package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.graph.Graph;
import dev.pharos.engine.graph.Layout;
import dev.pharos.engine.graph.Placed;
import dev.pharos.engine.graph.Related;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What belongs together in a small library, and where that stands.
final class RelationsTest extends LibraryFixture {

    @Override
    Abilities abilities() {
        return new Abilities(
                new DirectExtractor(), FixedEmbedders.of(embedder), Abilities.Chat.NONE);
    }

    private SourceId note(String title, String text) throws ProblemException {
        return library.notes().create(title, text, "").id();
    }

    private Graph graph() throws ProblemException {
        library.meaning().await(Progress.NONE);
        return library.relations().graph(Progress.NONE);
    }

    /// Such as `Tides -LINK- Moon`.
    private static Set<String> edges(Graph graph, Graph.Kind kind) {
        return graph.edges().stream()
                .filter(edge -> edge.kind() == kind)
                .map(edge ->
                        List.of(graph.nodes().get(edge.from()), graph.nodes().get(edge.to()))
                                .stream()
                                .map(Graph.Node::title)
                                .sorted()
                                .collect(Collectors.joining(" + ")))
                .collect(Collectors.toSet());
    }

    @Test
    void linksTagsAndWordsConnectSources() throws Exception {
        note("Tides", "High water follows the [[Moon]]. #sea");
        note("Moon", "It turns around the earth. [[Tides]]");
        note("Harbour", "Where ships lie. #Sea");
        note("Bread", "Knead flour, water, salt and yeast, and bake the dough in a hot oven.");
        note("Loaf", "Knead flour, water, salt and yeast, and bake the dough in a hot stove.");
        var graph = graph();
        assertEquals(Set.of("Moon + Tides"), edges(graph, Graph.Kind.LINK));
        assertEquals(2, edges(graph, Graph.Kind.TAG).size());
        assertTrue(edges(graph, Graph.Kind.SIMILAR).contains("Bread + Loaf"));
    }

    @Test
    void onlyAcceptedRelationshipsConnectSources() throws Exception {
        var survey = note("Survey", "The Harbour Bridge is 503 metres long. Paint is peeling.");
        note("Walk", "A walk. The Harbour Bridge is 530 metres long. Sun.");
        var found = library.relationships().find(survey, Progress.NONE);
        assertEquals(Set.of(), edges(graph(), Graph.Kind.CONTRADICTS));
        found.forEach(library.relationships()::accept);
        assertEquals(Set.of("Survey + Walk"), edges(graph(), Graph.Kind.CONTRADICTS));
        assertTrue(
                library.relations().related(survey, 9, Progress.NONE).stream()
                        .flatMap(each -> each.reasons().stream())
                        .noneMatch(Related.Linked.class::isInstance));
    }

    @Test
    void whatIsInTheTrashIsNotInTheGraph() throws Exception {
        var moon = note("Moon", "It turns. #sky");
        note("Tides", "High water follows the [[Moon]]. #sky");
        library.trash().put(List.of(moon));
        var graph = graph();
        assertEquals(List.of("Tides"), graph.nodes().stream().map(Graph.Node::title).toList());
        assertEquals(List.of(), graph.edges());
    }

    @Test
    void whatIsRelatedTellsWhy() throws Exception {
        var tides = note("Tides", "High water follows the [[Moon]]. #sea");
        note("Moon", "It turns around the earth. #sea");
        note("Harbour", "Where ships lie. #sea");
        library.meaning().await(Progress.NONE);
        var related = library.relations().related(tides, 10, Progress.NONE);
        assertEquals("Moon", related.getFirst().item().title());
        assertTrue(
                related.getFirst()
                        .reasons()
                        .containsAll(List.of(new Related.Linked(), new Related.Tagged("sea"))));
    }

    @Test
    void theSameLibraryIsLaidOutAlike() throws Exception {
        for (int i = 0; i < 12; i++) {
            note("Note " + i, "It follows [[Note " + (i + 1) % 12 + "]] and [[Note 0]].");
        }
        var first = laidOut(graph(), Map.of());
        reopen();
        var second = laidOut(graph(), Map.of());
        assertArrayEquals(first.x(), second.x());
        assertArrayEquals(first.y(), second.y());
    }

    @Test
    void whatWasSeenStaysAboutWhereItWas() throws Exception {
        for (int i = 0; i < 12; i++) {
            note("Note " + i, "It follows [[Note " + (i + 1) % 12 + "]] and [[Note 0]].");
        }
        var graph = graph();
        var first = laidOut(graph, Map.of());
        library.relations().places().keep(graph, first);
        reopen();
        note("Note 12", "It follows [[Note 0]].");
        var more = graph();
        var second = laidOut(more, library.relations().places().read());
        double moved = 0;
        for (int i = 0; i < graph.nodes().size(); i++) {
            int now = index(more, graph.nodes().get(i).key());
            moved += Math.hypot(first.x()[i] - second.x()[now], first.y()[i] - second.y()[now]);
        }
        assertTrue(moved / graph.nodes().size() < width(first) / 2, "moved by " + moved);
    }

    private static double width(Placed placed) {
        double width = 0;
        for (int i = 0; i < placed.count(); i++) {
            width = Math.max(width, 2 * Math.hypot(placed.x()[i], placed.y()[i]));
        }
        return width;
    }

    private static int index(Graph graph, String key) {
        return graph.nodes().stream().map(Graph.Node::key).toList().indexOf(key);
    }

    private static Placed laidOut(Graph graph, Map<String, Placed.Point> before) {
        var layout = new Layout(graph, before);
        while (!layout.settled()) {
            layout.step();
        }
        return layout.placed();
    }

    @Test
    void ofWhatSpeaksOfTheSameTheSameWordsAreTold() throws Exception {
        var paper =
                note("Paper", "Knead flour, water, salt and yeast, and bake the dough in an oven.");
        note("Copy", "Knead flour, water, salt and yeast, and bake the dough in an oven. Twice.");
        note("Ferry", "The ferry to the island leaves at noon, and comes back at six.");
        library.meaning().await(Progress.NONE);
        var related = library.relations().related(paper, 10, Progress.NONE).getFirst();
        assertEquals("Copy", related.item().title());
        assertEquals(Related.SameWords.class, related.reasons().getFirst().getClass());
    }
}
