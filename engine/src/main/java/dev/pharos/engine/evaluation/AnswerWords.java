package dev.pharos.engine.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Compares a reply with the right words as SQuAD does (Rajpurkar et al., 2016): without case,
/// punctuation and articles; those of each language as in MLQA (Lewis et al., 2020). An ideograph
/// is a word.
final class AnswerWords {
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{S}]+");
    private static final Pattern IDEOGRAPH = Pattern.compile("\\p{IsIdeographic}");
    private static final Map<String, Set<String>> ARTICLES =
            Map.of(
                    "en",
                    Set.of("a", "an", "the"),
                    "de",
                    Set.of(
                            "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen",
                            "einem", "einer", "eines"),
                    "fr",
                    Set.of("le", "la", "les", "un", "une", "des"),
                    "es",
                    Set.of("un", "una", "unos", "unas", "el", "la", "los", "las"));

    private AnswerWords() {}

    private static List<String> of(String text, String language) {
        var plain = SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        var apart = IDEOGRAPH.matcher(plain).replaceAll(" $0 ");
        var articles = ARTICLES.getOrDefault(language, Set.of());
        return Arrays.stream(apart.split("[\\s\\h]+", -1))
                .filter(word -> !word.isEmpty() && !articles.contains(word))
                .toList();
    }

    /// Whether the right words stand in a text, one after the other.
    static boolean holds(String text, List<String> answers, String language) {
        var said = " " + String.join(" ", of(text, language)) + " ";
        return answers.stream()
                .map(answer -> String.join(" ", of(answer, language)))
                .anyMatch(answer -> !answer.isEmpty() && said.contains(" " + answer + " "));
    }

    static boolean same(String text, List<String> answers, String language) {
        var said = of(text, language);
        return answers.stream().anyMatch(answer -> of(answer, language).equals(said));
    }

    /// The harmonic mean of how much of a reply is right and how much of what is right it has, by
    /// words; for the answer that it is nearest to.
    static double f1(String reply, List<String> answers, String language) {
        var said = of(reply, language);
        return answers.stream()
                .mapToDouble(answer -> f1(said, of(answer, language)))
                .max()
                .orElse(0);
    }

    private static double f1(List<String> said, List<String> right) {
        var left = new HashMap<String, Integer>();
        right.forEach(word -> left.merge(word, 1, Integer::sum));
        long both = said.stream().filter(word -> left.merge(word, -1, Integer::sum) >= 0).count();
        return both == 0 ? 0 : 2.0 * both / (said.size() + right.size());
    }
}
