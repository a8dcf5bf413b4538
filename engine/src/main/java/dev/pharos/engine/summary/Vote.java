package dev.pharos.engine.summary;

import java.util.Locale;
import java.util.Optional;

/// What came of a vote.
enum Vote {
    CARRIED,
    REJECTED;

    /// What a sentence tells of one: `Three for, one against.`
    static Optional<Vote> in(Utterances said, int i) {
        var rules = said.rules(i);
        var voted = rules.pattern("voted").matcher(said.text(i));
        if (said.asked(i) || !voted.find()) {
            return Optional.empty();
        }
        if (voted.group("unanimous") != null) {
            return Optional.of(said.is("rejects", i) ? REJECTED : CARRIED);
        }
        int yes = count(voted.group("for"), rules);
        int no = count(voted.group("against"), rules);
        return Optional.of(yes > no ? CARRIED : REJECTED);
    }

    private static int count(String word, Rules rules) {
        return Character.isDigit(word.charAt(0))
                ? Integer.parseInt(word)
                : rules.position("counted", word.toLowerCase(Locale.ROOT));
    }
}
