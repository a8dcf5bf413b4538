package dev.pharos.engine.graph;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.work.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Which sources speak of the same. A source stands where the middle of its passages' vectors
/// stands, seen from the middle of the library: what all sources have in common makes none of them
/// similar. Each is compared with every other one.
final class Similarities {
    /// How many of the nearest of each source count.
    private static final int NEAREST = 3;

    /// So much nearer than two sources by chance, in standard deviations.
    private static final double BEYOND_CHANCE = 2.5;

    /// Whatever chance does, below the first nothing is similar, and above the second everything.
    private static final double LEAST = 0.25;

    private static final double ENOUGH = 0.6;
    private static final int SAMPLED = 20_000;

    /// With few sources their middle says little, and less of it is taken away.
    private static final double FEW = 10;

    /// Columns that are compared with a row at once; so many of them stay in the processor's cache.
    private static final int BLOCK = 256;

    /// Two similar sources; each pair once.
    record Pair(SourceId one, SourceId other, float cosine) {}

    private final List<SourceId> sources;
    private final float[][] vectors;
    private final int[] nearest;
    private final float[] cosines;

    private Similarities(List<SourceId> sources, float[][] vectors) {
        this.sources = sources;
        this.vectors = vectors;
        nearest = new int[sources.size() * NEAREST];
        cosines = new float[sources.size() * NEAREST];
        Arrays.fill(nearest, -1);
        Arrays.fill(cosines, -1);
    }

    /// Progress counts comparisons.
    ///
    /// @param sums of each source's vectors; changed in place
    static List<Pair> of(Map<SourceId, float[]> sums, Progress progress) {
        var sources = sums.keySet().stream().sorted((a, b) -> a.value().compareTo(b.value()));
        var ordered = sources.toList();
        var vectors = ordered.stream().map(sums::get).toArray(float[][]::new);
        for (float[] vector : vectors) {
            normalise(vector);
        }
        centre(vectors);
        var similarities = new Similarities(ordered, vectors);
        similarities.compareAll(progress);
        return similarities.pairs();
    }

    private static void centre(float[][] vectors) {
        if (vectors.length == 0) {
            return;
        }
        var middle = new double[vectors[0].length];
        for (float[] vector : vectors) {
            for (int d = 0; d < middle.length; d++) {
                middle[d] += vector[d];
            }
        }
        double share = 1 / (vectors.length + FEW);
        for (float[] vector : vectors) {
            for (int d = 0; d < middle.length; d++) {
                vector[d] -= (float) (middle[d] * share);
            }
            normalise(vector);
        }
    }

    private static void normalise(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        float factor = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        for (int d = 0; d < vector.length; d++) {
            vector[d] *= factor;
        }
    }

    private void compareAll(Progress progress) {
        int count = vectors.length;
        if (count == 0) {
            return;
        }
        var columns = new float[vectors[0].length][BLOCK];
        var row = new float[BLOCK];
        for (int start = 0; start < count; start += BLOCK) {
            int width = Math.min(BLOCK, count - start);
            turn(start, width, columns);
            for (int i = 0; i < start + width; i++) {
                compare(vectors[i], columns, row);
                for (int j = Math.max(0, i - start + 1); j < width; j++) {
                    offer(i, start + j, row[j]);
                    offer(start + j, i, row[j]);
                }
            }
            progress.checkpoint();
            progress.report((long) (start + width) * (start + width), (long) count * count);
        }
    }

    /// The vectors from `start` on as columns.
    private void turn(int start, int width, float[][] columns) {
        for (int j = 0; j < width; j++) {
            float[] vector = vectors[start + j];
            for (int d = 0; d < columns.length; d++) {
                columns[d][j] = vector[d];
            }
        }
    }

    /// Adds up in an order in which the processor can do several columns at once.
    private static void compare(float[] vector, float[][] columns, float[] row) {
        Arrays.fill(row, 0);
        for (int d = 0; d < vector.length; d++) {
            float factor = vector[d];
            float[] column = columns[d];
            for (int j = 0; j < BLOCK; j++) {
                row[j] += factor * column[j];
            }
        }
    }

    /// Keeps it if it is nearer than one of those that are kept; those stand in order.
    private void offer(int source, int other, float cosine) {
        int first = source * NEAREST;
        int at = first + NEAREST - 1;
        if (cosine <= cosines[at]) {
            return;
        }
        while (at > first && cosine > cosines[at - 1]) {
            cosines[at] = cosines[at - 1];
            nearest[at] = nearest[at - 1];
            at--;
        }
        cosines[at] = cosine;
        nearest[at] = other;
    }

    private List<Pair> pairs() {
        double least = threshold();
        var pairs = new ArrayList<Pair>();
        var seen = new HashSet<Long>();
        for (int i = 0; i < nearest.length; i++) {
            int source = i / NEAREST;
            int other = nearest[i];
            if (other >= 0 && cosines[i] >= least) {
                int low = Math.min(source, other);
                int high = Math.max(source, other);
                if (seen.add((long) low * vectors.length + high)) {
                    pairs.add(new Pair(sources.get(low), sources.get(high), cosines[i]));
                }
            }
        }
        return pairs;
    }

    /// From how near on two sources of this library are similar.
    private double threshold() {
        int count = vectors.length;
        if (count < 2) {
            return ENOUGH;
        }
        var chance = new Random(count);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < SAMPLED; i++) {
            int one = chance.nextInt(count);
            int other = (one + 1 + chance.nextInt(count - 1)) % count;
            double cosine = dot(vectors[one], vectors[other]);
            sum += cosine;
            squares += cosine * cosine;
        }
        double mean = sum / SAMPLED;
        double deviation = Math.sqrt(Math.max(0, squares / SAMPLED - mean * mean));
        return Math.clamp(mean + BEYOND_CHANCE * deviation, LEAST, ENOUGH);
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += one[d] * other[d];
        }
        return sum;
    }
}
