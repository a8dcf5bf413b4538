package dev.pharos.engine.summary;

import dev.pharos.engine.search.Terms;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a sentence does by its turn of phrase, and what forms a word is of, as the summaries have
/// it.
public final class Phrasing {
    private static final int FEW_NOUNS = 3;
    private static final double SHARED_NOUNS = 0.15;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’-]{2,}");

    /// A word as a dictionary has it.
    ///
    /// @param first whether it is what `I` or `we` do
    public record Form(String lemma, boolean past, boolean future, boolean first) {}

    private Phrasing() {}

    /// Whether something is decided or agreed to.
    public static boolean decides(String sentence, String language) {
        var rules = Rules.of(language);
        return (rules.pattern("decision").matcher(sentence).find()
                        || rules.pattern("settled").matcher(sentence).find())
                && !rules.pattern("undecided").matcher(sentence).find();
    }

    /// Whether somebody says that they cannot do what is asked.
    public static boolean declines(String sentence, String language) {
        return Rules.of(language).pattern("declines").matcher(sentence).find();
    }

    /// Whether the dictionary has a word as a verb in the form that names it, and as nothing else.
    static boolean infinitive(String word, String language) {
        return language.equals("ru")
                && RussianGrammar.INSTANCE.infinitive(word.toLowerCase(Locale.ROOT));
    }

    /// Whether something is told to be open.
    public static boolean leavesOpen(String sentence, String language) {
        var rules = Rules.of(language);
        return rules.pattern("openquestion").matcher(sentence).find()
                || rules.pattern("undecided").matcher(sentence).find();
    }

    /// Whether there is a dictionary that tells what each word of a language may be.
    public static boolean dictionary(String language) {
        return language.equals("ru");
    }

    /// Whether a word alone is a noun; always so in a language without a dictionary.
    public static boolean noun(String word, String language) {
        return !dictionary(language)
                || RussianGrammar.INSTANCE.parts(List.of(word), _ -> true).getFirst()
                        == PartOfSpeech.NOUN;
    }

    /// Whether two texts share enough nouns to speak of the same; always so in a language without a
    /// dictionary.
    public static boolean sameSubject(String one, String other, String language) {
        if (!dictionary(language)) {
            return true;
        }
        var here = nouns(one, language);
        var there = nouns(other, language);
        long both = here.stream().filter(there::contains).count();
        return both >= FEW_NOUNS && both >= SHARED_NOUNS * Math.min(here.size(), there.size());
    }

    private static Set<String> nouns(String text, String language) {
        var rules = Rules.of(language);
        String nouns =
                WORD.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(word -> noun(word, language) && !rules.weak(word))
                        .filter(word -> !rules.matches("monthname", word.toLowerCase(Locale.ROOT)))
                        .filter(word ->
                                !rules.matches("weekdayname", word.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(" "));
        return Set.copyOf(Terms.of(nouns, language));
    }

    /// All that a word may be; nothing for a language without a dictionary.
    public static List<Form> forms(String word, String language) {
        return language.equals("ru") ? RussianGrammar.INSTANCE.forms(word) : List.of();
    }
}
