package dev.pharos.engine.summary;

import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Gathered.Unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The noun phrases of a text, of up to four words: nouns and names with the adjectives before them
/// (Hulth 2003), without words that name nothing. Forms of the same words are one phrase. What is
/// said once counts only as a whole: a part of a longer phrase may be cut wrongly.
final class Candidates {
    private static final int MOST_WORDS = 4;
    private static final int SHORTEST = 3;
    private static final int COMPOUND = 10;

    /// `20th`, `31st`, `1990s`, `5-го`: a number names nothing.
    private static final Pattern COUNTED =
            Pattern.compile("\\p{Nd}+(?:st|nd|rd|th|s|er|\\.|-?\\p{IsCyrillic}{1,3})?");

    /// A phrase with all its places.
    ///
    /// @param terms its stems, in their order
    /// @param at the units in which it stands, once for each time
    /// @param text as a dictionary or a heading has it
    /// @param words of how many it is; a long German compound counts as two
    /// @param name whether all of it is a name
    record Candidate(List<String> terms, List<Integer> at, String text, int words, boolean name) {

        boolean within(Candidate other) {
            return other.terms.containsAll(terms);
        }
    }

    private static final class Found {
        private final String language;
        private final List<Integer> at = new ArrayList<>();
        private final Map<List<String>, Integer> written = new LinkedHashMap<>();
        private int names;
        private boolean whole;

        private Found(String language) {
            this.language = language;
        }

        private Candidate candidate(List<String> terms, Set<String> seen) {
            var forms =
                    written.entrySet().stream()
                            .sorted(Map.Entry.<List<String>, Integer>comparingByValue().reversed())
                            .map(Map.Entry::getKey)
                            .toList();
            var text = Grammar.of(language).name(forms, seen);
            boolean compound = capitals(language) && text.length() >= COMPOUND;
            int words = compound ? Math.max(2, terms.size()) : terms.size();
            return new Candidate(terms, at, text, words, 2 * names > at.size());
        }
    }

    private final Map<List<String>, Found> found = new LinkedHashMap<>();
    private final Map<String, String> terms = new HashMap<>();
    private final Set<String> small = new HashSet<>();
    private final Map<String, Integer> nouns = new HashMap<>();
    private final Set<String> speakers = new HashSet<>();
    private final Set<String> seen = new HashSet<>();

    private Candidates() {}

    static List<Candidate> of(List<Unit> units) {
        var candidates = new Candidates();
        units.forEach(candidates::know);
        units.forEach(candidates::note);
        for (int i = 0; i < units.size(); i++) {
            if (!units.get(i).matches("aside", units.get(i).text())) {
                candidates.read(units.get(i), i);
            }
        }
        return candidates.found.entrySet().stream()
                .filter(each -> each.getValue().whole || each.getValue().at.size() > 1)
                .map(each -> each.getValue().candidate(each.getKey(), candidates.seen))
                .toList();
    }

    /// What is written small somewhere is no name.
    private void note(Unit unit) {
        String language = unit.sentence().language();
        String before = "";
        String article = "";
        for (var word : unit.tokens()) {
            if (capitals(language) && word.capital()) {
                seen.add(word.text());
                seen.add(before + " " + word.text());
                seen.add(article + " … " + word.text());
            }
            before = word.text().toLowerCase(Locale.ROOT);
            article = word.part() == PartOfSpeech.ADJECTIVE ? article : before;
            if (!word.sign() && !word.capital()) {
                small.add(term(word, language));
            }
            if (word.part().describes()) {
                int noun = word.part() == PartOfSpeech.ADJECTIVE ? -1 : 2;
                nouns.merge(term(word, language), noun, Integer::sum);
            }
        }
    }

    /// Those who speak are not what they speak of.
    private void know(Unit unit) {
        var speaker = unit.sentence().speaker();
        if (speaker != null) {
            speakers.addAll(Terms.of(speaker, unit.sentence().language()));
        }
    }

    private void read(Unit unit, int number) {
        String language = unit.sentence().language();
        var words = unit.tokens();
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 1;
                    to <= from + MOST_WORDS && describes(words, to - 1, language);
                    to++) {
                if (names(words, from, to, language)) {
                    add(words, from, to, number, language);
                }
            }
        }
    }

    private boolean describes(List<Word> words, int i, String language) {
        return i >= 0
                && i < words.size()
                && words.get(i).part().describes()
                && (i == 0 || !modal(words.get(i - 1), language))
                && (!capitals(language)
                        || Rules.of(language).matches("described", words.get(i).text()))
                && !term(words.get(i), language).isEmpty();
    }

    private static boolean modal(Word word, String language) {
        return Rules.of(language).words("modals").contains(word.text().toLowerCase(Locale.ROOT));
    }

    /// The stem, or nothing for a word that names nothing.
    private String term(Word word, String language) {
        boolean name = name(word, language);
        return terms.computeIfAbsent(
                language + " " + name + " " + word.text(),
                _ -> {
                    String lower = word.text().toLowerCase(Locale.ROOT);
                    var stems = Terms.of(lower, language);
                    String term = String.join(" ", stems);
                    boolean nothing =
                            (!name || capitals(language)) && Rules.of(language).weak(lower)
                                    || title(lower, Rules.of(language))
                                    || word.capital() && speakers.contains(term)
                                    || lower.codePoints().noneMatch(Character::isLetter)
                                    || COUNTED.matcher(lower).matches()
                                    || lower.length() < (word.capital() ? 2 : SHORTEST);
                    return nothing || term.isEmpty() ? "" : term;
                });
    }

    /// In German every noun has a capital.
    private static boolean name(Word word, String language) {
        return capitals(language)
                ? word.part() == PartOfSpeech.NAME
                : word.capital() && !word.first() && word.part().describes();
    }

    private static boolean capitals(String language) {
        return "de".equals(language);
    }

    /// What stands before a name, and the names of days.
    private static boolean title(String word, Rules rules) {
        return rules.words("title").contains(word)
                || rules.matches("monthname", word)
                || rules.matches("weekdayname", word);
    }

    /// Ends with a noun, and cuts no name.
    private boolean names(List<Word> words, int from, int to, String language) {
        var first = words.get(from);
        var last = words.get(to - 1);
        boolean cut =
                from > 0 && name(first, language) && name(words.get(from - 1), language)
                        || to < words.size()
                                && name(last, language)
                                && name(words.get(to), language);
        cut |= capitals(language) && measure(words, from) && to > from + 1;
        boolean different =
                words.subList(from, to).stream()
                                .map(word -> term(word, language))
                                .distinct()
                                .count()
                        == to - from;
        return noun(last, language)
                && !cut
                && different
                && ordered(words.subList(from, to), language)
                && Grammar.of(language)
                        .phrase(words.subList(from, to).stream().map(Word::text).toList());
    }

    /// `14 Kilometer Gräben` are trenches.
    private static boolean measure(List<Word> words, int i) {
        return i > 0
                && Character.isDigit(words.get(i - 1).text().codePointAt(0))
                && words.get(i).part().noun();
    }

    /// What is a noun elsewhere in the text is one here: rare words are often taken for adjectives.
    private boolean noun(Word word, String language) {
        if (COUNTED.matcher(word.text()).matches() || capitals(language) && !word.capital()) {
            return false;
        }
        if (capitals(language) && word.first() && word.text().endsWith("en")) {
            return false;
        }
        return word.part().noun()
                || "en".equals(language) && nouns.getOrDefault(term(word, language), -1) >= 0;
    }

    /// Adjectives stand before nouns.
    private boolean ordered(List<Word> phrase, String language) {
        boolean noun = false;
        for (var word : phrase) {
            if (noun && !noun(word, language)) {
                return false;
            }
            noun |= noun(word, language);
        }
        return true;
    }

    private void add(List<Word> words, int from, int to, int number, String language) {
        var phrase = words.subList(from, to);
        var key = phrase.stream().map(word -> term(word, language)).toList();
        var candidate = found.computeIfAbsent(key, _ -> new Found(language));
        candidate.at.add(number);
        candidate.written.merge(
                phrase.stream().map(word -> written(word, language)).toList(), 1, Integer::sum);
        boolean begins =
                !describes(words, from - 1, language)
                        || capitals(language) && measure(words, from - 1);
        candidate.whole |= begins && !describes(words, to, language);
        candidate.names += phrase.stream().allMatch(word -> name(word, language)) ? 1 : 0;
    }

    /// A sentence begins with a capital whatever its first word is.
    private String written(Word word, String language) {
        boolean first = word.first() && !capitals(language);
        return first
                        && (small.contains(term(word, language))
                                || Grammar.of(language).common(word.text()))
                ? word.text().toLowerCase(Locale.ROOT)
                : word.text();
    }
}
