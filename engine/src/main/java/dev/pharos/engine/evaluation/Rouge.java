package dev.pharos.engine.evaluation;

import org.tartarus.snowball.ext.PorterStemmer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// ROUGE (Lin 2004): how many words a summary shares with a human one. F1 of ROUGE-1, ROUGE-2, and
/// ROUGE-L at the level of summaries (union of the longest common subsequences of each human
/// sentence with all of the summary's, each word counted once: `rougeLsum`). Words are lower-case
/// runs of letters and digits; those of more than three letters are stemmed by Porter's stemmer;
/// stop words count.
///
/// @param one F1 of words, 0 to 1
/// @param two of pairs of neighbouring words
/// @param longest of common subsequences
public record Rouge(double one, double two, double longest) {
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final int UNSTEMMED = 3;

    /// @param summary its sentences
    /// @param human likewise
    public static Rouge of(List<String> summary, List<String> human) {
        var said = summary.stream().map(Rouge::words).toList();
        var right = human.stream().map(Rouge::words).toList();
        return new Rouge(shared(said, right, 1), shared(said, right, 2), longest(said, right));
    }

    /// Lower-case and stemmed.
    public static List<String> words(String text) {
        var stemmer = new PorterStemmer();
        return Arrays.stream(SIGNS.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .map(word -> stem(stemmer, word))
                .toList();
    }

    private static String stem(PorterStemmer stemmer, String word) {
        if (word.length() <= UNSTEMMED) {
            return word;
        }
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static double shared(List<List<String>> said, List<List<String>> right, int n) {
        var ours = grams(said.stream().flatMap(List::stream).toList(), n);
        var theirs = grams(right.stream().flatMap(List::stream).toList(), n);
        int both =
                ours.entrySet().stream()
                        .mapToInt(each ->
                                Math.min(each.getValue(), theirs.getOrDefault(each.getKey(), 0)))
                        .sum();
        return f1(both, sum(ours), sum(theirs));
    }

    private static Map<List<String>, Integer> grams(List<String> words, int n) {
        var grams = new HashMap<List<String>, Integer>();
        for (int i = 0; i + n <= words.size(); i++) {
            grams.merge(words.subList(i, i + n), 1, Integer::sum);
        }
        return grams;
    }

    private static int sum(Map<?, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static double f1(int both, int said, int right) {
        return both == 0 ? 0 : 2.0 * both / (said + right);
    }

    private static double longest(List<List<String>> said, List<List<String>> right) {
        var left = counts(said);
        var wanted = counts(right);
        int both = 0;
        for (var sentence : right) {
            var union = new HashSet<Integer>();
            said.forEach(each -> union.addAll(common(sentence, each)));
            for (int at : union.stream().sorted().toList()) {
                String word = sentence.get(at);
                if (left.getOrDefault(word, 0) > 0 && wanted.getOrDefault(word, 0) > 0) {
                    left.merge(word, -1, Integer::sum);
                    wanted.merge(word, -1, Integer::sum);
                    both++;
                }
            }
        }
        return f1(both, length(said), length(right));
    }

    private static int length(List<List<String>> sentences) {
        return sentences.stream().mapToInt(List::size).sum();
    }

    private static Map<String, Integer> counts(List<List<String>> sentences) {
        return sentences.stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(word -> word, _ -> 1, Integer::sum, HashMap::new));
    }

    /// Which words of `of` are in a longest common subsequence.
    private static Set<Integer> common(List<String> of, List<String> other) {
        int[][] length = new int[of.size() + 1][other.size() + 1];
        for (int i = 1; i <= of.size(); i++) {
            for (int j = 1; j <= other.size(); j++) {
                length[i][j] =
                        of.get(i - 1).equals(other.get(j - 1))
                                ? length[i - 1][j - 1] + 1
                                : Math.max(length[i - 1][j], length[i][j - 1]);
            }
        }
        var common = new HashSet<Integer>();
        int i = of.size();
        int j = other.size();
        while (i > 0 && j > 0) {
            if (of.get(i - 1).equals(other.get(j - 1))) {
                common.add(--i);
                j--;
            } else if (length[i - 1][j] >= length[i][j - 1]) {
                i--;
            } else {
                j--;
            }
        }
        return common;
    }

    /// The mean of each figure; zeros of none.
    public static Rouge mean(List<Rouge> each) {
        return new Rouge(
                each.stream().mapToDouble(Rouge::one).average().orElse(0),
                each.stream().mapToDouble(Rouge::two).average().orElse(0),
                each.stream().mapToDouble(Rouge::longest).average().orElse(0));
    }
}
