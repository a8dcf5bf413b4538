package dev.pharos.engine.answer;

import dev.pharos.engine.answer.Evidence.Sentence;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.Terms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How much of a question's words sentences have. A word is worth more the fewer sentences have it.
/// Forms that the stemmer leaves apart count as one word.
final class Overlap {
    private static final int LONG = 5;
    private static final int ENDING = 2;

    private final Question question;
    private final List<Sentence> sentences;
    private final Map<String, Map<String, Double>> weights = new HashMap<>();
    private final Map<Sentence, Set<String>> said = new HashMap<>();
    private final Map<Hit, Set<String>> wholes = new HashMap<>();

    Overlap(Question question, List<Sentence> sentences) {
        this.question = question;
        this.sentences = sentences;
        sentences.forEach(each -> said.put(each, Terms.of(each.text(), language(each))));
    }

    private static String language(Sentence sentence) {
        return sentence.hit().passage().language();
    }

    /// A line that says nothing but the question's own words and the title's answers nothing.
    boolean echoes(Sentence sentence) {
        String language = language(sentence);
        var more = new HashSet<>(said(sentence));
        more.removeAll(Terms.of(question.text(), language));
        more.removeAll(Terms.of(sentence.hit().source().title(), language));
        return more.isEmpty();
    }

    private Set<String> said(Sentence sentence) {
        return said.getOrDefault(sentence, Set.of());
    }

    double inside(Sentence sentence) {
        return share(sentence, said(sentence));
    }

    double around(Sentence sentence) {
        var before = sentence.before();
        String heading = sentence.place().heading();
        return share(
                sentence,
                Terms.of(
                        String.join(
                                " ",
                                sentence.text(),
                                sentence.hit().source().title(),
                                heading == null ? "" : heading,
                                before == null ? "" : before.text()),
                        language(sentence)));
    }

    /// The same of the whole passage and its title.
    double whole(Sentence sentence) {
        return share(
                sentence,
                wholes.computeIfAbsent(
                        sentence.hit(),
                        hit ->
                                Terms.of(
                                        hit.source().title() + " " + hit.passage().text(),
                                        hit.passage().language())));
    }

    private double share(Sentence sentence, Set<String> there) {
        double all = 0;
        double got = 0;
        var wanted = weights.computeIfAbsent(language(sentence), this::weights);
        for (var term : wanted.entrySet()) {
            all += term.getValue();
            got += has(there, term.getKey()) ? term.getValue() : 0;
        }
        return all == 0 ? 0 : got / all;
    }

    private Map<String, Double> weights(String language) {
        var weights = new HashMap<String, Double>();
        for (String term : Terms.of(question.text(), language)) {
            long having = sentences.stream().filter(each -> has(said(each), term)).count();
            weights.put(term, Math.log(1 + sentences.size() / (1.0 + having)));
        }
        return weights;
    }

    private static boolean has(Set<String> there, String term) {
        return there.contains(term)
                || (term.length() >= LONG
                        && Character.isLetter(term.charAt(0))
                        && there.stream().anyMatch(other -> near(term, other)));
    }

    /// Whether two stems differ in no more than an ending: `суперкубок`, `суперкубк`.
    private static boolean near(String one, String other) {
        int common = 0;
        int shorter = Math.min(one.length(), other.length());
        while (common < shorter && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return shorter >= LONG
                && common >= LONG - 1
                && common >= Math.max(one.length(), other.length()) - ENDING;
    }
}
