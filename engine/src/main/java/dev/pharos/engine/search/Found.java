package dev.pharos.engine.search;

/// A passage that one of the two searches found, with that search's own score.
record Found(long passage, double score) {

    /// Best first; equal scores in the order of the library, so that a rebuilt index answers the
    /// same.
    static final java.util.Comparator<Found> BEST_FIRST =
            java.util.Comparator.comparingDouble(Found::score)
                    .reversed()
                    .thenComparingLong(Found::passage);
}
