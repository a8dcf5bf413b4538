package dev.pharos.engine.answer;

import dev.pharos.engine.answer.ExtractiveAnswerer.Judged;
import dev.pharos.engine.search.Terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which found sentences make a list, and which an explanation.
final class Picks {
    private static final int LINES = 10;
    private static final int STEPS = 5;
    private static final int OF_ONE_SOURCE = 3;
    private static final double CLEARLY_WORSE = 4;
    private static final double ALIKE = 0.8;

    /// What says what something is.
    private static final Pattern DEFINES =
            Pattern.compile(
                    "\\b(?:is|are|was|were|refers to|means|describes) (?:an?|the|one|any|called)\\b"
                            + "|\\b(?:ist|sind|war|waren|bezeichnet|heißt) (?:eine?[nrms]?|der|die|das)\\b"
                            + "|\\s[—–-] (?:это )?\\p{L}|\\b(?:является|называ[ею]тся|представляет собой)\\b",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);

    private Picks() {}

    /// Each fact once, the best first; a few of each source.
    static List<Judged> list(List<Judged> judged) {
        return different(judged, List.of(), LINES, OF_ONE_SOURCE);
    }

    /// What it is, and then what supports that, from several sources where there are several.
    static List<Judged> explanation(Question question, List<Judged> judged) {
        var definition = definition(question, judged);
        long sources =
                judged.stream().map(each -> each.sentence().hit().source().id()).distinct().count();
        return different(
                judged,
                definition.map(List::of).orElse(List.of()),
                STEPS,
                sources == 1 ? STEPS : OF_ONE_SOURCE);
    }

    /// The best sentence that begins with what is asked about and says what it is.
    private static Optional<Judged> definition(Question question, List<Judged> judged) {
        double enough = judged.getFirst().signals().rank() - CLEARLY_WORSE;
        return judged.stream()
                .filter(each -> each.signals().rank() >= enough)
                .filter(each -> defines(question, each))
                .findFirst();
    }

    private static boolean defines(Question question, Judged judged) {
        String text = judged.sentence().text();
        var says = DEFINES.matcher(text);
        if (!says.find()) {
            return false;
        }
        String language = judged.sentence().hit().passage().language();
        var subject = Terms.of(text.substring(0, says.start()), language);
        return Terms.of(question.text(), language).stream().anyMatch(subject::contains);
    }

    private static List<Judged> different(
            List<Judged> judged, List<Judged> first, int most, int share) {
        double enough = judged.getFirst().signals().rank() - CLEARLY_WORSE;
        var chosen = new ArrayList<>(first);
        Map<Object, Integer> taken = new HashMap<>();
        for (Judged each : judged) {
            var source = each.sentence().hit().source().id();
            boolean news =
                    chosen.stream()
                            .allMatch(other ->
                                    ExtractiveAnswerer.dot(other.vector(), each.vector()) < ALIKE);
            if (chosen.size() < most
                    && each.signals().rank() >= enough
                    && news
                    && taken.merge(source, 1, Integer::sum) <= share) {
                chosen.add(each);
            }
        }
        return chosen;
    }
}
