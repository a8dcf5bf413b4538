package dev.pharos.app.measure;

import java.util.Arrays;
import java.util.Collection;

/// Values that were measured one after the other.
final class Sample {
    private final double[] sorted;

    private Sample(double[] values) {
        sorted = values;
        Arrays.sort(sorted);
    }

    static Sample of(Collection<Double> values) {
        return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    double median() {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /// The value that so many per cent do not exceed (nearest rank).
    double percentile(int percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }
}
