package dev.pharos.engine.summary;

import java.util.List;

/// What a sentence does by its turn of phrase, and what forms a word is of, as the summaries have
/// it.
public final class Phrasing {

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

    /// Whether something is told to be open.
    public static boolean leavesOpen(String sentence, String language) {
        var rules = Rules.of(language);
        return rules.pattern("openquestion").matcher(sentence).find()
                || rules.pattern("undecided").matcher(sentence).find();
    }

    /// All that a word may be; nothing for a language without a dictionary.
    public static List<Form> forms(String word, String language) {
        return language.equals("ru") ? RussianGrammar.INSTANCE.forms(word) : List.of();
    }
}
