package dev.pharos.engine.summary;

import java.util.List;
import java.util.Locale;

/// Tells whether a sentence leans on the one before it: it says `it` or `there` before it has named
/// anything, or begins with `therefore`.
final class Leaning {
    private static final int LONGEST_NAME = 3;

    private Leaning() {}

    /// @param words the words and signs of the sentence
    static boolean leans(List<Word> words, String language) {
        var rules = Rules.of(language);
        boolean first = true;
        words = words.subList(called(words), words.size());
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

    /// How many words are said only to call somebody: `Anna, order it`.
    private static int called(List<Word> words) {
        int comma = 0;
        while (comma < Math.min(words.size(), LONGEST_NAME) && words.get(comma).capital()) {
            comma++;
        }
        return comma > 0 && comma < words.size() && words.get(comma).text().equals(",")
                ? comma + 1
                : 0;
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
