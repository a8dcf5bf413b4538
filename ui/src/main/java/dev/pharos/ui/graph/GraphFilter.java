package dev.pharos.ui.graph;

import dev.pharos.engine.graph.Graph;
import dev.pharos.engine.tag.TagName;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;

/// What of a graph is shown. Immutable.
///
/// @param families of nodes
/// @param kinds of edges
/// @param lonely whether what is connected with nothing is shown
/// @param tag only what has it, or one below it; empty for all
/// @param around the key of a node whose surroundings are shown, or null for everything
/// @param steps how far they reach
public record GraphFilter(
        Set<Family> families,
        Set<Graph.Kind> kinds,
        boolean lonely,
        String tag,
        @Nullable String around,
        int steps) {
    public static final int MOST_STEPS = 3;
    public static final GraphFilter ALL =
            new GraphFilter(
                    EnumSet.allOf(Family.class),
                    EnumSet.allOf(Graph.Kind.class),
                    true,
                    "",
                    null,
                    1);

    public GraphFilter {
        families = Set.copyOf(families);
        kinds = Set.copyOf(kinds);
        steps = Math.clamp(steps, 1, MOST_STEPS);
    }

    GraphFilter with(Family family, boolean shown) {
        var chosen = EnumSet.noneOf(Family.class);
        chosen.addAll(families);
        if (shown) {
            chosen.add(family);
        } else {
            chosen.remove(family);
        }
        return new GraphFilter(chosen, kinds, lonely, tag, around, steps);
    }

    GraphFilter with(Graph.Kind kind, boolean shown) {
        var chosen = EnumSet.noneOf(Graph.Kind.class);
        chosen.addAll(kinds);
        if (shown) {
            chosen.add(kind);
        } else {
            chosen.remove(kind);
        }
        return new GraphFilter(families, chosen, lonely, tag, around, steps);
    }

    /// What the owner decided, of every kind.
    GraphFilter withDecided(boolean shown) {
        var filter = this;
        for (var kind : Graph.Kind.values()) {
            filter = kind.decided() ? filter.with(kind, shown) : filter;
        }
        return filter;
    }

    GraphFilter withLonely(boolean shown) {
        return new GraphFilter(families, kinds, shown, tag, around, steps);
    }

    GraphFilter withTag(String chosen) {
        return new GraphFilter(families, kinds, lonely, chosen, around, steps);
    }

    GraphFilter around(@Nullable String key, int reach) {
        return new GraphFilter(families, kinds, lonely, tag, key, reach);
    }

    /// Whether a node is of a kind, and has a tag, that is shown.
    boolean shows(Graph.Node node) {
        return families.contains(Family.of(node))
                && (tag.isEmpty()
                        || switch (node) {
                            case Graph.Topic topic -> TagName.within(topic.name(), tag);
                            case Graph.Item item ->
                                    item.tags().stream()
                                            .anyMatch(each -> TagName.within(each, tag));
                        });
    }
}
