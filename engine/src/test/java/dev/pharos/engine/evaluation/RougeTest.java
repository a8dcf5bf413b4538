package dev.pharos.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.BitSet;
import java.util.List;

/// The figures were worked out by hand.
final class RougeTest {
    private static final double EXACT = 1e-12;

    @Test
    void sharedWordsAndPairsAreCounted() {
        var rouge = Rouge.of(List.of("The cat sat on the mat."), List.of("the cat was on the mat"));
        assertEquals(5 / 6.0, rouge.one(), EXACT);
        assertEquals(3 / 5.0, rouge.two(), EXACT);
        assertEquals(5 / 6.0, rouge.longest(), EXACT);
    }

    /// The example of Lin (2004), section 3.2.
    @Test
    void theLongestSubsequencesOfAllSentencesAreUnited() {
        var rouge =
                Rouge.of(List.of("w1 w2 w6 w7 w8", "w1 w3 w8 w9 w5"), List.of("w1 w2 w3 w4 w5"));
        assertEquals(2 * 0.4 * 0.8 / 1.2, rouge.longest(), EXACT);
    }

    @Test
    void aWordThatIsSaidTwiceCountsAsOftenAsThePersonSaysIt() {
        assertEquals(2 / 4.0, Rouge.of(List.of("boat boat boat"), List.of("boat")).one(), EXACT);
    }

    @Test
    void formsOfAWordAreOneWord() {
        assertEquals(1, Rouge.of(List.of("Painting boats"), List.of("paint boat")).one(), EXACT);
    }

    @Test
    void nothingSharesNothing() {
        assertEquals(new Rouge(0, 0, 0), Rouge.of(List.of(), List.of("boat")));
        assertEquals(new Rouge(0, 0, 0), Rouge.of(List.of("boat"), List.of()));
    }

    private static BitSet cuts(int... at) {
        var cuts = new BitSet();
        for (int each : at) {
            cuts.set(each);
        }
        return cuts;
    }

    @Test
    void theSameCutsHaveNoError() {
        assertEquals(new SegmentationError(0, 0), SegmentationError.of(cuts(3, 7), cuts(3, 7), 10));
    }

    /// k is 3, and of 7 windows those that begin at 2, 3 and 4 have the cut at 5 in them.
    @Test
    void aMissingCutIsWrongInEachWindowThatHasIt() {
        var error = SegmentationError.of(cuts(), cuts(5), 10);
        assertEquals(3 / 7.0, error.pk(), EXACT);
        assertEquals(3 / 7.0, error.windowDiff(), EXACT);
    }

    /// Two cuts in one window tell the same apart as one, but are one too many.
    @Test
    void onlyWindowDiffSeesACutTooMany() {
        var error = SegmentationError.of(cuts(5, 6), cuts(5), 10);
        assertEquals(1 / 7.0, error.pk(), EXACT);
        assertEquals(3 / 7.0, error.windowDiff(), EXACT);
    }
}
