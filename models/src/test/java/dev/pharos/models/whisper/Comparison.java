package dev.pharos.models.whisper;

import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.transcription.Word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How recognised words differ from the spoken ones: the fewest words wrong, missing or invented
/// (Levenshtein), and how far off the starts of the right ones are.
///
/// @param startErrorsMs absolute, of the words that are right
record Comparison(int errors, int spoken, List<Long> startErrorsMs) {

    static Comparison of(Clip clip, Recognised recognised) {
        var heard = recognised.segments().stream().flatMap(each -> each.words().stream()).toList();
        var steps = steps(clip.words(), heard);
        var startErrors = new ArrayList<Long>();
        int i = clip.words().size();
        int j = heard.size();
        while (i > 0 && j > 0) {
            var spoken = clip.words().get(i - 1);
            var word = heard.get(j - 1);
            boolean same = same(spoken, word);
            if (steps[i][j] == steps[i - 1][j - 1] + (same ? 0 : 1)) {
                if (same) {
                    startErrors.add(Math.abs(spoken.startMs() - word.startMs()));
                }
                i--;
                j--;
            } else if (steps[i][j] == steps[i - 1][j] + 1) {
                i--;
            } else {
                j--;
            }
        }
        return new Comparison(
                steps[clip.words().size()][heard.size()], clip.words().size(), startErrors);
    }

    private static int[][] steps(List<Clip.Spoken> spoken, List<Word> heard) {
        var steps = new int[spoken.size() + 1][heard.size() + 1];
        Arrays.setAll(steps[0], j -> j);
        for (int i = 1; i <= spoken.size(); i++) {
            steps[i][0] = i;
            for (int j = 1; j <= heard.size(); j++) {
                int wrong = same(spoken.get(i - 1), heard.get(j - 1)) ? 0 : 1;
                steps[i][j] =
                        Math.min(
                                steps[i - 1][j - 1] + wrong,
                                1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
            }
        }
        return steps;
    }

    private static boolean same(Clip.Spoken spoken, Word word) {
        return letters(spoken.text()).equals(letters(word.text()));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static Comparison together(List<Comparison> parts) {
        return new Comparison(
                parts.stream().mapToInt(Comparison::errors).sum(),
                parts.stream().mapToInt(Comparison::spoken).sum(),
                parts.stream().flatMap(part -> part.startErrorsMs().stream()).toList());
    }

    double wordErrorRate() {
        return (double) errors / spoken;
    }

    /// @param share 0.5 for the median
    long startErrorMs(double share) {
        var sorted = startErrorsMs.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1)));
    }
}
