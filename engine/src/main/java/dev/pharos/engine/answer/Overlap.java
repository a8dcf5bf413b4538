package dev.pharos.engine.answer;

import dev.pharos.engine.answer.Evidence.Sentence;
import dev.pharos.engine.search.Hit;
import dev.pharos.engine.search.Terms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How much of a question's words sentences have. A word is worth more the fewer sentences have it.
/// Forms that the stemmer leaves apart count as one word, words that begin alike in part.
final class Overlap {
    private static final int LONG = 5;
    private static final int ENDING = 2;
    private static final int AKIN = 4;
    private static final int BEGINNING = 3;
    private static final double HALF = 0.5;

    /// What a question without names is worth that names have: what most have of theirs.
    private static final double NO_NAMES = 0.8;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}]+");

    /// Shares of the question's words, 0…1, rare ones counting more.
    ///
    /// @param words those in the sentence
    /// @param around in it, the sentence before, the headings and the title
    /// @param whole in the whole passage and its title
    /// @param names of its names and numbers alone, those in the whole passage
    record Said(double words, double around, double whole, double names) {}

    private final Question question;
    private final List<Sentence> sentences;
    private final Map<String, Map<String, Double>> weighed = new HashMap<>();
    private final Map<String, Set<String>> named = new HashMap<>();
    private final Map<Sentence, Set<String>> terms = new HashMap<>();
    private final Map<Hit, Set<String>> wholes = new HashMap<>();

    Overlap(Question question, List<Sentence> sentences) {
        this.question = question;
        this.sentences = sentences;
        sentences.forEach(each -> terms.put(each, Terms.of(each.text(), language(each))));
    }

    private static String language(Sentence sentence) {
        return sentence.hit().passage().language();
    }

    /// A line that says nothing but the words of the question, the title and the headings answers
    /// nothing, unless it denies.
    boolean echoes(Sentence sentence) {
        if (SameThing.denies(sentence.text())) {
            return false;
        }
        String language = language(sentence);
        var more = new HashSet<>(terms(sentence));
        more.removeAll(Terms.of(question.text(), language));
        more.removeAll(Terms.of(sentence.hit().source().title(), language));
        String heading = sentence.place().heading();
        more.removeAll(Terms.of(heading == null ? "" : heading, language));
        return more.isEmpty();
    }

    private Set<String> terms(Sentence sentence) {
        return terms.getOrDefault(sentence, Set.of());
    }

    /// What a sentence has of the question, and what is around it.
    Said said(Sentence sentence) {
        var there = terms(sentence);
        var around = new HashSet<>(there);
        var before = sentence.before();
        String heading = sentence.place().heading();
        around.addAll(
                Terms.of(
                        String.join(
                                " ",
                                sentence.hit().source().title(),
                                heading == null ? "" : heading,
                                before == null ? "" : before.text()),
                        language(sentence)));
        var whole = wholes.computeIfAbsent(sentence.hit(), Overlap::whole);
        var weights = weighed.computeIfAbsent(language(sentence), this::weights);
        var names = new HashMap<>(weights);
        names.keySet().retainAll(named.computeIfAbsent(language(sentence), this::names));
        return new Said(
                share(weights, there, 0),
                share(weights, around, 0),
                share(weights, whole, 0),
                share(names, whole, NO_NAMES));
    }

    private static Set<String> whole(Hit hit) {
        return Terms.of(
                hit.source().title() + " " + hit.passage().text(), hit.passage().language());
    }

    private static double share(Map<String, Double> weights, Set<String> there, double none) {
        double all = 0;
        double got = 0;
        for (var term : weights.entrySet()) {
            all += term.getValue();
            got += term.getValue() * likeness(there, term.getKey());
        }
        return all == 0 ? none : got / all;
    }

    private Map<String, Double> weights(String language) {
        var weights = new HashMap<String, Double>();
        for (String term : Terms.of(question.text(), language)) {
            long having = sentences.stream().filter(each -> has(terms(each), term)).count();
            weights.put(term, Math.log(1 + sentences.size() / (1.0 + having)));
        }
        return weights;
    }

    /// The terms of the question's names and numbers: what has a capital letter or a digit first,
    /// but for its first word.
    private Set<String> names(String language) {
        var names =
                WORD.matcher(question.text())
                        .results()
                        .skip(1)
                        .map(MatchResult::group)
                        .filter(word ->
                                Character.isUpperCase(word.codePointAt(0))
                                        || Character.isDigit(word.codePointAt(0)))
                        .collect(Collectors.joining(" "));
        return Terms.of(names, language);
    }

    /// How much a term is like the nearest of those that are there: 1 for the same word, the share
    /// of their common beginning for words that may be akin (`защит`, `защищ`).
    private static double likeness(Set<String> there, String term) {
        if (has(there, term)) {
            return 1;
        }
        if (term.length() < AKIN || !Character.isLetter(term.charAt(0))) {
            return 0;
        }
        double best = 0;
        for (String other : there) {
            int common = common(term, other);
            double share = common / (double) Math.max(term.length(), other.length());
            if (common >= BEGINNING && share >= HALF) {
                best = Math.max(best, share);
            }
        }
        return best;
    }

    private static boolean has(Set<String> there, String term) {
        return there.contains(term)
                || (term.length() >= LONG
                        && Character.isLetter(term.charAt(0))
                        && there.stream().anyMatch(other -> near(term, other)));
    }

    /// Whether two stems differ in no more than an ending: `суперкубок`, `суперкубк`.
    private static boolean near(String one, String other) {
        int common = common(one, other);
        return Math.min(one.length(), other.length()) >= LONG
                && common >= LONG - 1
                && common >= Math.max(one.length(), other.length()) - ENDING;
    }

    private static int common(String one, String other) {
        int common = 0;
        int shorter = Math.min(one.length(), other.length());
        while (common < shorter && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common;
    }
}
