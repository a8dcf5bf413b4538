package dev.pharos.models.embedding;

import java.nio.FloatBuffer;

/// How one vector is made of the many that a network gives, one for each token; as in Reimers and
/// Gurevych, "Sentence-BERT" (2019).
enum Pooling {
    /// The mean over all tokens.
    MEAN,
    /// The vector of the first token.
    CLS;

    /// @param states rows of `dimension` floats
    /// @param at where the first row of the text begins
    /// @param rows tokens of the text, at least one
    /// @return a unit vector; the scale makes dividing a mean by its number of rows needless
    float[] pool(FloatBuffer states, int at, int rows, int dimension) {
        var sum = new float[dimension];
        var row = new float[dimension];
        for (int r = 0; r < (this == CLS ? 1 : rows); r++) {
            states.get(at + r * dimension, row);
            for (int d = 0; d < dimension; d++) {
                sum[d] += row[d];
            }
        }
        double squares = 0;
        for (float x : sum) {
            squares += (double) x * x;
        }
        float scale = (float) (1 / Math.sqrt(squares));
        for (int d = 0; d < dimension; d++) {
            sum[d] *= scale;
        }
        return sum;
    }
}
