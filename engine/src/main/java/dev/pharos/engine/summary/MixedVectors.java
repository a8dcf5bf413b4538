package dev.pharos.engine.summary;

import java.util.Map;
import java.util.Set;

/// Vectors of meaning and words together. Words are weighted by how rare they are and thrown into a
/// fixed number of places (Weinberger et al. 2009).
///
/// @param frequency in how many of `count` texts each term is
/// @param dimension of the vectors of meaning
record MixedVectors(Map<String, Integer> frequency, int count, int dimension) {
    private static final int PLACES = 256;
    private static final double MEANING = 0.7;

    /// @param meant of unit length
    /// @param fluency how well the model knows the language, 0 to 1
    float[] of(float[] meant, Set<String> terms, double fluency) {
        float[] words = words(terms);
        double share = MEANING * fluency;
        var mixed = new float[dimension + PLACES];
        for (int i = 0; i < dimension; i++) {
            mixed[i] = (float) (Math.sqrt(share) * meant[i]);
        }
        for (int i = 0; i < PLACES; i++) {
            mixed[dimension + i] = (float) (Math.sqrt(1 - share) * words[i]);
        }
        return mixed;
    }

    private float[] words(Set<String> terms) {
        var words = new float[PLACES];
        for (String term : terms) {
            int hash = term.hashCode() * 0x9E3779B1;
            double rarity = Math.log(1 + count / (double) frequency.getOrDefault(term, 1));
            words[hash >>> 24] += (float) ((hash & 0x800000) == 0 ? rarity : -rarity);
        }
        return unit(words);
    }

    /// The same direction, of length 1; zero stays.
    static float[] unit(float[] vector) {
        double length = 0;
        for (float x : vector) {
            length += x * (double) x;
        }
        double root = Math.sqrt(length);
        var unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = root == 0 ? 0 : (float) (vector[i] / root);
        }
        return unit;
    }
}
