package dev.pharos.engine.meaning;

import dev.pharos.engine.problem.ProblemException;

import java.util.ArrayList;
import java.util.List;

/// Reads texts that are longer than a model's window. Pure functions.
final class Windows {
    /// Stands at both ends of what a model reads.
    private static final int SPECIAL_TOKENS = 2;

    private static final int SHORTEST = 8;

    private Windows() {}

    /// One unit-length vector a text: that of the text where the model reads it at once, else the
    /// mean of its windows' vectors, each weighing as much as it has characters.
    static List<float[]> embed(Embedder embedder, List<String> texts) throws ProblemException {
        var windows = new ArrayList<String>();
        var ends = new ArrayList<Integer>();
        int[] tokens = embedder.countTokens(texts);
        for (int i = 0; i < tokens.length; i++) {
            cut(embedder, texts.get(i), tokens[i], windows);
            ends.add(windows.size());
        }
        var vectors = embedder.embed(windows);
        var means = new ArrayList<float[]>();
        int from = 0;
        for (int to : ends) {
            means.add(mean(windows.subList(from, to), vectors.subList(from, to)));
            from = to;
        }
        return means;
    }

    private static void cut(Embedder embedder, String text, int tokens, List<String> into)
            throws ProblemException {
        if (tokens <= embedder.model().maxTokens() - SPECIAL_TOKENS || text.length() < SHORTEST) {
            into.add(text);
            return;
        }
        int middle = middle(text);
        var halves = List.of(text.substring(0, middle), text.substring(middle));
        int[] counted = embedder.countTokens(halves);
        cut(embedder, halves.getFirst(), counted[0], into);
        cut(embedder, halves.getLast(), counted[1], into);
    }

    /// At white space near the middle; where there is none, between two characters.
    private static int middle(String text) {
        int middle = text.length() / 2;
        for (int away = 0; away < text.length() / 4; away++) {
            if (Character.isWhitespace(text.charAt(middle - away))) {
                return middle - away;
            }
            if (Character.isWhitespace(text.charAt(middle + away))) {
                return middle + away;
            }
        }
        return Character.isLowSurrogate(text.charAt(middle)) ? middle - 1 : middle;
    }

    private static float[] mean(List<String> windows, List<float[]> vectors) {
        if (vectors.size() == 1) {
            return vectors.getFirst();
        }
        var mean = new float[vectors.getFirst().length];
        for (int w = 0; w < vectors.size(); w++) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += windows.get(w).length() * vectors.get(w)[i];
            }
        }
        double squares = 0;
        for (float x : mean) {
            squares += x * (double) x;
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= (float) Math.sqrt(squares);
        }
        return mean;
    }
}
