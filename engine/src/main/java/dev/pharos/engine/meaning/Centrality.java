package dev.pharos.engine.meaning;

import java.util.Arrays;
import java.util.List;

/// How much texts say what many others say: LexRank (Erkan and Radev 2004) on vectors of meaning,
/// the importance of a text being what its neighbours give it and what it has of its own
/// (Otterbacher, Erkan and Radev 2005).
public final class Centrality {
    private static final int ROUNDS = 30;

    private Centrality() {}

    /// @param vectors of unit length, one a text; the work grows with the square of their number
    /// @param own what each text has of its own, not negative
    /// @param neighbour texts less alike than this give each other nothing
    /// @param damping the share of a text's importance that it gets from its neighbours
    /// @return one figure a text; their sum is 1
    public static double[] of(
            List<float[]> vectors, double[] own, double neighbour, double damping) {
        int n = vectors.size();
        var ties = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double near = dot(vectors.get(i), vectors.get(j));
                ties[i][j] = near >= neighbour ? (float) near : 0;
                ties[j][i] = ties[i][j];
            }
        }
        for (float[] row : ties) {
            share(row);
        }
        double[] topic = shares(own);
        double[] rank = topic.clone();
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = Arrays.stream(topic).map(share -> (1 - damping) * share).toArray();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[j] += damping * rank[i] * ties[i][j];
                }
            }
            rank = next;
        }
        return rank;
    }

    private static void share(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (sum == 0 ? 1.0 / weights.length : weights[i] / sum);
        }
    }

    private static double[] shares(double[] weights) {
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights)
                .map(weight -> sum == 0 ? 1.0 / weights.length : weight / sum)
                .toArray();
    }

    /// How near two texts are in meaning: the cosine, for vectors of unit length.
    public static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * (double) b[i];
        }
        return sum;
    }
}
