package dev.pharos.ui.graph;

import dev.pharos.engine.graph.Graph;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.KindIcons;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is said of nodes: the same that the picture shows, for those who read or hear it.
final class GraphWords {
    private static final int MOST = 300;
    private static final int PERCENT = 100;

    /// A row of the list beside the picture.
    record Row(int node, Ikon icon, String title, String about) {}

    private final Texts texts;

    GraphWords(Texts texts) {
        this.texts = texts;
    }

    Ikon icon(Graph.Node node) {
        return switch (node) {
            case Graph.Topic _ -> Material2AL.LABEL;
            case Graph.Item item -> KindIcons.of(item.kind());
        };
    }

    String family(Family family) {
        return switch (family) {
            case NOTE -> texts.text("graph.notes");
            case RECORDING -> texts.text("graph.recordings");
            case DOCUMENT -> texts.text("graph.documents");
            case WEB -> texts.text("graph.web");
            case TAG -> texts.text("graph.tags");
        };
    }

    private String kind(Graph.Node node) {
        return switch (node) {
            case Graph.Topic _ -> texts.text("graph.tag");
            case Graph.Item item -> texts.text("kind." + item.kind().id());
        };
    }

    /// Such as `Note · links: 3 · tags: 1 · similar: 2`.
    String about(Shown shown, int node) {
        return kind(shown.node(node)) + " · " + counts(shown, node);
    }

    private String counts(Shown shown, int node) {
        var counts = shown.counts(node);
        int links = counts.getOrDefault(Graph.Kind.LINK, 0);
        int tags = counts.getOrDefault(Graph.Kind.TAG, 0);
        int similar = counts.getOrDefault(Graph.Kind.SIMILAR, 0);
        boolean topic = shown.node(node) instanceof Graph.Topic;
        var parts = new ArrayList<String>();
        if (links > 0) {
            parts.add(texts.text("graph.links", links));
        }
        if (tags > 0) {
            parts.add(texts.text(topic ? "graph.sources" : "graph.tagCount", tags));
        }
        if (similar > 0) {
            parts.add(texts.text("graph.similarCount", similar));
        }
        int decided =
                counts.entrySet().stream()
                        .filter(each -> each.getKey().decided())
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        if (decided > 0) {
            parts.add(texts.text("graph.decidedCount", decided));
        }
        if (counts.isEmpty()) {
            parts.add(texts.text("graph.alone"));
        }
        return String.join(" · ", parts);
    }

    /// All that the picture tells of a node, in one sentence.
    String spoken(Shown shown, int node) {
        var near =
                shown.neighbours(node).stream()
                        .limit(3)
                        .map(each -> shown.node(each.node()).title())
                        .toList();
        return shown.node(node).title()
                + ". "
                + about(shown, node)
                + (near.isEmpty() ? "" : ". " + texts.text("graph.near", String.join(", ", near)));
    }

    private Row row(Shown shown, int node, String about) {
        var it = shown.node(node);
        return new Row(node, icon(it), it.title(), about);
    }

    List<Row> neighbours(Shown shown, int node) {
        return shown.neighbours(node).stream()
                .map(each -> row(shown, each.node(), why(shown, each)))
                .toList();
    }

    private String why(Shown shown, Connections.Neighbour neighbour) {
        return Stream.of(Graph.Kind.values())
                .filter(neighbour.strengths()::containsKey)
                .sorted(Comparator.comparing(kind -> !kind.decided()))
                .map(kind ->
                        switch (kind) {
                            case LINK -> texts.text("graph.why.link");
                            case TAG ->
                                    shown.node(neighbour.node()) instanceof Graph.Topic topic
                                            ? texts.text("graph.why.tag", topic.sources())
                                            : kind(shown.node(neighbour.node()));
                            case SIMILAR ->
                                    texts.text(
                                            "graph.why.similar",
                                            Math.round(
                                                    PERCENT
                                                            * neighbour
                                                                    .strengths()
                                                                    .getOrDefault(kind, 0f)));
                            case CONTINUES -> texts.text("graph.why.continues");
                            case RESEMBLES -> texts.text("graph.why.resembles");
                            case SUPPORTS -> texts.text("graph.why.supports");
                            case CONTRADICTS -> texts.text("graph.why.contradicts");
                            case MENTIONS -> texts.text("graph.why.mentions");
                        })
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    /// Each tells how it is connected with the next one.
    List<Row> way(Shown shown, List<Integer> way) {
        return IntStream.range(0, way.size())
                .mapToObj(i ->
                        row(
                                shown,
                                way.get(i),
                                i + 1 == way.size()
                                        ? kind(shown.node(way.get(i)))
                                        : next(shown, way.get(i), way.get(i + 1))))
                .toList();
    }

    private String next(Shown shown, int from, int to) {
        return shown.neighbours(from).stream()
                .filter(each -> each.node() == to)
                .map(each -> why(shown, each) + " ↓")
                .findFirst()
                .orElse("");
    }

    List<Row> those(Shown shown, List<Integer> nodes) {
        return nodes.stream()
                .limit(MOST)
                .map(each -> row(shown, each, counts(shown, each)))
                .toList();
    }

    List<Row> mostConnected(Shown shown) {
        return those(
                shown,
                IntStream.range(0, shown.nodes().length)
                        .filter(i -> shown.nodes()[i] && shown.degrees()[i] > 0)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> -shown.degrees()[i]))
                        .limit(MOST)
                        .toList());
    }

    List<Row> lonely(Shown shown) {
        return those(
                shown,
                IntStream.range(0, shown.nodes().length)
                        .filter(i -> shown.nodes()[i] && shown.degrees()[i] == 0)
                        .boxed()
                        .sorted(Comparator.comparing(i -> shown.node(i).title()))
                        .toList());
    }

    /// What a family looks like in the picture, as an SVG path of 12 by 12.
    static String outline(Family family) {
        return switch (Picture.sign(family)) {
            case DISC -> "M6 1a5 5 0 1 0 .001 0z";
            case SQUARE -> "M2 2h8v8h-8z";
            case DIAMOND -> "M6 0.5l5.5 5.5l-5.5 5.5l-5.5-5.5z";
            case RING -> "M6 1a5 5 0 1 0 .001 0zM6 3a3 3 0 1 1 -.001 0z";
            case TRIANGLE -> "M6 1l5 9.5h-10z";
        };
    }

    /// The names of the tags in a graph.
    static List<String> tags(Graph graph) {
        return graph.nodes().stream()
                .filter(Graph.Topic.class::isInstance)
                .map(node -> ((Graph.Topic) node).name())
                .toList();
    }
}
