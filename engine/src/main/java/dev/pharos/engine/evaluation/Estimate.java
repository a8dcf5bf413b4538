package dev.pharos.engine.evaluation;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A mean over questions, and how far it may lie from that over all questions of their kind: the
/// percentile bootstrap (Efron, 1979; for retrieval Sakai, 2006). The same values give the same
/// interval.
///
/// @param value the mean
/// @param low of the interval that holds 95 % of the means of resampled questions
/// @param high of it
/// @param count of values
public record Estimate(double value, double low, double high, int count) {
    private static final int RESAMPLES = 2_000;
    private static final long SEED = 6;
    private static final double TAIL = 0.025;

    /// @param values one a question; NaN where there are none
    public static Estimate mean(Collection<Double> values) {
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        if (all.length == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN, 0);
        }
        var random = new SplittableRandom(SEED);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < all.length; j++) {
                sum += all[random.nextInt(all.length)];
            }
            means[i] = sum / all.length;
        }
        Arrays.sort(means);
        return new Estimate(
                Arrays.stream(all).sum() / all.length,
                means[(int) (TAIL * RESAMPLES)],
                means[(int) ((1 - TAIL) * RESAMPLES) - 1],
                all.length);
    }

    /// Of the differences question by question, so that what both find easy or hard cancels out.
    ///
    /// @param minuend and `subtrahend` of the same questions in the same order
    public static Estimate difference(List<Double> minuend, List<Double> subtrahend) {
        return mean(
                IntStream.range(0, minuend.size())
                        .mapToObj(i -> minuend.get(i) - subtrahend.get(i))
                        .toList());
    }
}
