package dev.pharos.app.speech;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pharos.app.speech.Clip.Spoken;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How well heard words match the true ones: the shortest edit between both (Levenshtein, over
/// words without case and punctuation), and how far apart the starts of equal words are.
///
/// @param truth how many words there are
/// @param errors substitutions, insertions and deletions
/// @param startErrorsMs of the words that are equal, absolute
public record Likeness(int truth, int errors, List<Long> startErrorsMs) {

    public static Likeness of(List<Spoken> truth, List<Spoken> heard) {
        var costs = costs(truth, heard);
        var starts = new ArrayList<Long>();
        int i = truth.size();
        int j = heard.size();
        while (i > 0 && j > 0) {
            boolean equal = same(truth.get(i - 1), heard.get(j - 1));
            if (costs[i][j] == costs[i - 1][j - 1] + (equal ? 0 : 1)) {
                i--;
                j--;
                if (equal) {
                    starts.add(Math.abs(truth.get(i).startMs() - heard.get(j).startMs()));
                }
            } else if (costs[i][j] == costs[i - 1][j] + 1) {
                i--;
            } else {
                j--;
            }
        }
        return new Likeness(truth.size(), costs[truth.size()][heard.size()], starts);
    }

    private static int[][] costs(List<Spoken> truth, List<Spoken> heard) {
        var costs = new int[truth.size() + 1][heard.size() + 1];
        for (int i = 0; i <= truth.size(); i++) {
            for (int j = 0; j <= heard.size(); j++) {
                if (i == 0 || j == 0) {
                    costs[i][j] = i + j;
                    continue;
                }
                int replaced = same(truth.get(i - 1), heard.get(j - 1)) ? 0 : 1;
                costs[i][j] =
                        Math.min(
                                costs[i - 1][j - 1] + replaced,
                                1 + Math.min(costs[i - 1][j], costs[i][j - 1]));
            }
        }
        return costs;
    }

    private static boolean same(Spoken one, Spoken other) {
        return plain(one.text()).equals(plain(other.text()));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// The words of a transcript in the shape of `pharos transcribe --json`.
    public static List<Spoken> heard(JsonNode transcript) {
        var words = new ArrayList<Spoken>();
        for (var segment : transcript.get("segments")) {
            for (var word : segment.get("words")) {
                words.add(new Spoken(word.get("text").asText(), word.get("startMs").asLong()));
            }
        }
        return words;
    }

    public double wordErrorRate() {
        return truth == 0 ? errors : (double) errors / truth;
    }

    public long medianStartErrorMs() {
        var sorted = startErrorsMs.stream().sorted().toList();
        return sorted.isEmpty() ? Long.MAX_VALUE : sorted.get(sorted.size() / 2);
    }
}
