package dev.pharos.engine.evaluation;

import java.util.BitSet;

/// How far two ways to cut the same text lie apart; 0 where they agree, and more than 1 never.
///
/// @param pk how often two places at a distance of k are told together by one and apart by the
///   other (Beeferman, Berger and Lafferty 1999)
/// @param windowDiff how often the number of cuts between them differs (Pevzner and Hearst 2002)
public record SegmentationError(double pk, double windowDiff) {

    /// k is half the mean length of the right parts, as usual.
    ///
    /// @param cuts where parts begin, 0 not counted
    /// @param right likewise, as a person has cut it
    /// @param length of the text, in the same units
    public static SegmentationError of(BitSet cuts, BitSet right, int length) {
        int k = Math.max(2, Math.round(length / (2f * (right.cardinality() + 1))));
        int places = Math.max(1, length - k);
        int pk = 0;
        int differing = 0;
        for (int i = 0; i + k < length; i++) {
            int ours = cuts.get(i + 1, i + k + 1).cardinality();
            int theirs = right.get(i + 1, i + k + 1).cardinality();
            pk += ours == 0 == (theirs == 0) ? 0 : 1;
            differing += ours == theirs ? 0 : 1;
        }
        return new SegmentationError(pk / (double) places, differing / (double) places);
    }
}
