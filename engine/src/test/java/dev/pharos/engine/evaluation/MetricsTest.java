package dev.pharos.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

final class MetricsTest {
    private static final double EXACT = 1e-12;
    private static final Map<String, Integer> GAINS = Map.of("a", 3, "b", 2, "c", 1, "d", 0);

    private static double of(RankingMetric metric, String... ranked) {
        return metric.of(List.of(ranked), GAINS);
    }

    @Test
    void gainsAreDiscountedByTheLogarithmOfTheirRank() {
        double ideal = 3 + 2 / (Math.log(3) / Math.log(2)) + 1 / 2.0;
        assertEquals((2 + 3 / 2.0) / ideal, of(RankingMetric.NDCG_10, "b", "x", "a", "d"), EXACT);
        assertEquals(1, of(RankingMetric.NDCG_10, "a", "b", "c"), EXACT);
    }

    @Test
    void theIdealRankingHasTenPlacesToo() {
        var all = IntStream.range(0, 12).mapToObj(Integer::toString).toList();
        var gains = new java.util.HashMap<String, Integer>();
        all.forEach(id -> gains.put(id, 1));
        assertEquals(1, RankingMetric.NDCG_10.of(all, gains), EXACT);
        assertEquals(10 / 12.0, RankingMetric.RECALL_10.of(all, gains), EXACT);
    }

    @Test
    void whatIsJudgedAsNoAnswerIsNone() {
        assertEquals(0.5, of(RankingMetric.MRR_10, "d", "c", "a"), EXACT);
        assertEquals(2 / 3.0, of(RankingMetric.RECALL_10, "d", "c", "a"), EXACT);
        assertEquals(0, of(RankingMetric.RECALL_1, "d", "c", "a"), EXACT);
    }

    @Test
    void aDocumentBehindTheTenthHasNoReciprocalRank() {
        var ranked = Collections.nCopies(10, "x").stream().toList();
        assertEquals(0, RankingMetric.MRR_10.of(ranked, GAINS), EXACT);
    }

    @Test
    void theSameValuesGiveTheSameInterval() {
        var values = IntStream.range(0, 400).mapToObj(i -> (double) (i % 2)).toList();
        var estimate = Estimate.mean(values);
        assertEquals(estimate, Estimate.mean(values));
        assertEquals(0.5, estimate.value(), EXACT);
        // Of a proportion p of n the interval is p ± 1.96 √(p (1 − p) / n), about.
        assertEquals(0.5 - 0.049, estimate.low(), 0.01);
        assertEquals(0.5 + 0.049, estimate.high(), 0.01);
    }

    @Test
    void whatBothFindHardCancelsOutOfTheirDifference() {
        var one = IntStream.range(0, 50).mapToObj(i -> i % 2 + 0.25).toList();
        var other = IntStream.range(0, 50).mapToObj(i -> (double) (i % 2)).toList();
        assertEquals(new Estimate(0.25, 0.25, 0.25, 50), Estimate.difference(one, other));
        assertTrue(Estimate.mean(one).low() < Estimate.mean(other).high());
    }
}
