package dev.pharos.engine.summary;

import java.util.List;
import java.util.Locale;

/// Tells whether a sentence leans on the one before it: it says `it` or `there` before it has named
/// anything, or begins with `therefore`.
final class Leaning {
    private Leaning() {}

    /// @param words the words and signs of the sentence
    static boolean leans(List<Word> words, String language) {
        var rules = Rules.of(language);
        boolean first = true;
        boolean thing = false;
        boolean somebody = false;
        String text = String.join(" ", words.stream().map(Word::text).toList());
        boolean empty = rules.pattern("pleonastic").matcher(text).find();
        if (rules.pattern("clings").matcher(text).find()) {
            return true;
        }
        for (var word : words) {
            if (word.sign()) {
                continue;
            }
            String lower = word.text().toLowerCase(Locale.ROOT);
            boolean small = first || !word.capital();
            if (first && rules.words("leaning").contains(lower)
                    || small && !thing && !empty && points(word, lower, "pointers", rules)
                    || small && !thing && !somebody && points(word, lower, "persons", rules)) {
                return true;
            }
            boolean names = word.part().noun() && !rules.weak(lower) && !dated(lower, rules);
            thing |= names && word.part() == PartOfSpeech.NOUN;
            somebody |= names;
            first = false;
        }
        return false;
    }

    private static boolean points(Word word, String lower, String key, Rules rules) {
        return word.part() != PartOfSpeech.LINK
                && word.part() != PartOfSpeech.ADJECTIVE
                && rules.words(key).contains(lower);
    }

    private static boolean dated(String word, Rules rules) {
        return rules.matches("monthname", word) || rules.matches("weekdayname", word);
    }
}
