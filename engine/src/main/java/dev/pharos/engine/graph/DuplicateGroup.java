package dev.pharos.engine.graph;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Sources of which each says almost the same as another one of them. Any two of them need not, so
/// that [#share] tells it of any two. Immutable.
public final class DuplicateGroup {
    private final List<Source> sources;
    private final Map<SourceId, Shingles> words;
    private final List<Double> toFirst;
    private final double closest;

    /// @param words of each source; not changed any more
    /// @param closest the most that two of them share
    DuplicateGroup(List<Source> sources, Map<SourceId, Shingles> words, double closest) {
        this.sources = List.copyOf(sources);
        this.words = new HashMap<>(words);
        this.closest = closest;
        toFirst = this.sources.stream().map(each -> share(sources.getFirst(), each)).toList();
    }

    /// Two at least; the one that was imported first is the first.
    public List<Source> sources() {
        return sources;
    }

    /// What each has of the first one, as [#share] tells it.
    public List<Double> sharesWithFirst() {
        return toFirst;
    }

    /// How much of the same words two of them have.
    ///
    /// @return share of the runs of five words that both have, 0…1; 1 where they say all the same
    ///   words in the same order, and only there
    public double share(Source one, Source other) {
        return Shingles.resemblance(of(one), of(other));
    }

    /// The others that say almost the same as one of them: those of which it makes copies.
    public List<Source> like(Source kept) {
        return sources.stream()
                .filter(each ->
                        !each.id().equals(kept.id()) && share(kept, each) > Duplicates.ALIKE)
                .toList();
    }

    double closest() {
        return closest;
    }

    private Shingles of(Source source) {
        return Objects.requireNonNull(words.get(source.id()), "not of this group");
    }
}
