package dev.pharos.engine.search;

import java.util.Comparator;

/// A passage that one of the two searches found, with that search's own score.
record Found(long passage, double score) {

    /// Best first; equal scores in the order of the library, so that a rebuilt index answers the
    /// same.
    static final Comparator<Found> BEST_FIRST =
            Comparator.comparingDouble(Found::score).reversed().thenComparingLong(Found::passage);
}
