package dev.pharos.engine.graph;

import dev.pharos.engine.graph.Graph.Item;

import java.util.List;

/// What has to do with a source, and why. Immutable.
///
/// @param strength only to compare
/// @param reasons the strongest first; never empty
public record Related(Item item, double strength, List<Reason> reasons) {

    /// Why two sources belong together.
    public sealed interface Reason {}

    /// One links to the other.
    public record Linked() implements Reason {}

    /// Both have this tag.
    public record Tagged(String tag) implements Reason {}

    /// They speak of the same.
    ///
    /// @param likeness from 0 to 1
    public record Similar(double likeness) implements Reason {}

    /// They say almost the same in the same words.
    ///
    /// @param share of the runs of five words that both have, from [Duplicates#ALIKE] to 1
    public record SameWords(double share) implements Reason {}

    public Related {
        reasons = List.copyOf(reasons);
    }
}
