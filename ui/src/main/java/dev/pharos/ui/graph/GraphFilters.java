package dev.pharos.ui.graph;

import dev.pharos.engine.graph.Graph;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.SVGPath;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// The legend of the picture, each entry of which is a switch: what things look like, and whether
/// they are shown. For the JavaFX thread.
final class GraphFilters {
    private static final String LINE = "M0 5h14v2h-14z";
    private static final String THICK = "M0 4h14v4h-14z";

    private final GraphViewModel viewModel;
    private final Texts texts;
    private final Map<Family, ToggleButton> families = new EnumMap<>(Family.class);

    GraphFilters(GraphViewModel viewModel, Texts texts) {
        this.viewModel = viewModel;
        this.texts = texts;
    }

    void into(FlowPane legend) {
        var words = new GraphWords(texts);
        for (var family : Family.values()) {
            var entry =
                    entry(
                            sign(GraphWords.outline(family), family.name()),
                            words.family(family),
                            filter -> filter.families().contains(family),
                            (filter, shown) -> filter.with(family, shown));
            families.put(family, entry);
            legend.getChildren().add(entry);
        }
        var decided =
                entry(
                        sign(THICK, "decided"),
                        texts.text("graph.kind.decided"),
                        filter -> filter.kinds().contains(Graph.Kind.CONTRADICTS),
                        GraphFilter::withDecided);
        decided.setId("decided");
        decided.setTooltip(new Tooltip(texts.text("graph.decidedHint")));
        legend.getChildren()
                .addAll(
                        kind(Graph.Kind.LINK, "link", texts.text("graph.kind.links")),
                        kind(Graph.Kind.SIMILAR, "similar", texts.text("graph.kind.similar")),
                        decided,
                        entry(
                                sign("M6 3a3 3 0 1 0 .001 0z", "link"),
                                texts.text("graph.lonely"),
                                GraphFilter::lonely,
                                GraphFilter::withLonely));
        viewModel
                .shownProperty()
                .subscribe(now -> {
                    showFamilies(now.graph());
                    Nodes.setShown(
                            decided,
                            now.graph().edges().stream().anyMatch(each -> each.kind().decided()));
                });
    }

    private ToggleButton kind(Graph.Kind kind, String style, String name) {
        return entry(
                sign(LINE, style),
                name,
                filter -> filter.kinds().contains(kind),
                (filter, shown) -> filter.with(kind, shown));
    }

    private static Node sign(String outline, String style) {
        var sign = new SVGPath();
        sign.setContent(outline);
        sign.getStyleClass().addAll("graph-ink", style.toLowerCase(Locale.ROOT));
        return sign;
    }

    private ToggleButton entry(
            Node sign,
            String name,
            Predicate<GraphFilter> asked,
            BiFunction<GraphFilter, Boolean, GraphFilter> change) {
        var entry = new ToggleButton(name, sign);
        entry.getStyleClass().add("graph-entry");
        entry.setTooltip(new Tooltip(texts.text("graph.showOrHide", name)));
        var filter = viewModel.filterProperty();
        filter.subscribe(now -> entry.setSelected(asked.test(now)));
        entry.setOnAction(_ -> filter.set(change.apply(filter.get(), entry.isSelected())));
        return entry;
    }

    /// What the library does not have has no entry.
    private void showFamilies(Graph graph) {
        families.forEach((family, entry) ->
                Nodes.setShown(
                        entry, graph.nodes().stream().anyMatch(node -> Family.of(node) == family)));
    }
}
