package dev.pharos.models.audio;

import java.util.stream.IntStream;

/// A voice as the mean and covariance of its features. Immutable sums, so that two voices can be
/// taken together without looking at their moments again.
///
/// @param count moments
/// @param sums of each feature
/// @param products of each pair of features, row after row
record VoiceGaussian(double count, double[] sums, double[] products) {

    private static final int SIZE = VoiceFeatures.COUNT;

    /// Free parameters: the mean and half of the covariance.
    private static final double PARAMETERS = SIZE + SIZE * (SIZE + 1) / 2.0;

    /// How much dearer a voice of its own is than the criterion says.
    private static final double STRICTNESS = 1;

    /// How much better a moment may be described by another part of the same voice: without it,
    /// every voice would fall apart in the end, as the criterion only asks what the data prove.
    private static final double VARIATION = 0.4;

    /// What every feature is taken to vary at least; few moments would seem to vary not at all.
    private static final double FLOOR = 0.1;

    /// @param moments those that count
    /// @param features of all moments, [VoiceFeatures#COUNT] each
    static VoiceGaussian of(float[] features, IntStream moments) {
        var sums = new double[SIZE];
        var products = new double[SIZE * SIZE];
        int[] chosen = moments.toArray();
        for (int moment : chosen) {
            for (int i = 0; i < SIZE; i++) {
                double x = features[moment * SIZE + i];
                sums[i] += x;
                for (int j = 0; j <= i; j++) {
                    products[i * SIZE + j] += x * features[moment * SIZE + j];
                }
            }
        }
        return new VoiceGaussian(chosen.length, sums, products);
    }

    VoiceGaussian with(VoiceGaussian other) {
        var sum = sums.clone();
        var product = products.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other.sums[i];
        }
        for (int i = 0; i < product.length; i++) {
            product[i] += other.products[i];
        }
        return new VoiceGaussian(count + other.count, sum, product);
    }

    /// By how much two voices are better described apart than as one, by the Bayesian information
    /// criterion (Chen and Gopalakrishnan, 1998), and beyond what one voice varies. Below 0 they
    /// are one.
    static double apart(VoiceGaussian a, VoiceGaussian b) {
        var both = a.with(b);
        double gain = both.count * both.spread() - a.count * a.spread() - b.count * b.spread();
        return (gain - PARAMETERS * Math.log(both.count)) / 2
                - VARIATION * a.count * b.count / both.count;
    }

    /// The logarithm of the covariance's determinant.
    double spread() {
        return 2 * logDiagonal(cholesky());
    }

    private static double logDiagonal(double[] root) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += Math.log(root[i * SIZE + i]);
        }
        return sum;
    }

    /// The lower triangle whose square is the covariance.
    private double[] cholesky() {
        var root = new double[SIZE * SIZE];
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j <= i; j++) {
                double sum =
                        (products[i * SIZE + j] - sums[i] * sums[j] / count) / count
                                + (i == j ? FLOOR : 0);
                for (int k = 0; k < j; k++) {
                    sum -= root[i * SIZE + k] * root[j * SIZE + k];
                }
                root[i * SIZE + j] =
                        i == j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / root[j * SIZE + j];
            }
        }
        return root;
    }

    /// How likely moments are this voice's, as logarithms; 0 where no voice sounds.
    float[] likelihoods(Moments moments) {
        var root = cholesky();
        double constant = -logDiagonal(root);
        var likelihoods = new float[moments.count()];
        var solved = new double[SIZE];
        moments.voiced().stream()
                .forEach(moment -> {
                    double squares = 0;
                    for (int i = 0; i < SIZE; i++) {
                        double x = moments.features()[moment * SIZE + i] - sums[i] / count;
                        for (int j = 0; j < i; j++) {
                            x -= root[i * SIZE + j] * solved[j];
                        }
                        solved[i] = x / root[i * SIZE + i];
                        squares += solved[i] * solved[i];
                    }
                    likelihoods[moment] = (float) (constant - squares / 2);
                });
        return likelihoods;
    }
}
