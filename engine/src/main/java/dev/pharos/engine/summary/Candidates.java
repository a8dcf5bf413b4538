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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The phrases of a text that could name something: runs of up to four words between stop words and
/// signs (RAKE, Rose et al. 2010) that have the shape of a noun phrase in their language. Forms of
/// the same words are one phrase.
final class Candidates {
    private static final int MOST_WORDS = 4;
    private static final int SHORTEST = 3;
    private static final Pattern WORD =
            Pattern.compile(
                    "[\\p{L}\\p{Nd}][\\p{L}\\p{M}\\p{Nd}]*(?:['’-][\\p{L}\\p{M}\\p{Nd}]+)*");

    /// A phrase with all its places.
    ///
    /// @param terms its stems, in their order
    /// @param at the units in which it stands, once for each time
    /// @param written how often in which form
    record Candidate(List<String> terms, List<Integer> at, Map<String, Integer> written) {

        String text() {
            return written.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("");
        }

        boolean within(Candidate other) {
            return other.terms.containsAll(terms);
        }
    }

    private record Token(String text, String term, boolean first) {}

    private final Map<List<String>, Candidate> found = new LinkedHashMap<>();
    private final Map<String, String> terms = new HashMap<>();

    private final Set<String> small = new HashSet<>();

    private Candidates() {}

    static List<Candidate> of(List<Unit> units) {
        var candidates = new Candidates();
        units.forEach(candidates::note);
        for (int i = 0; i < units.size(); i++) {
            candidates.read(units.get(i), i);
        }
        return List.copyOf(candidates.found.values());
    }

    /// What is written small somewhere is no name.
    private void note(Unit unit) {
        String language = unit.sentence().language();
        WORD.matcher(unit.text())
                .results()
                .map(MatchResult::group)
                .filter(word -> word.equals(word.toLowerCase(Locale.ROOT)))
                .forEach(word -> small.add(term(word, language, Rules.of(language))));
    }

    private void read(Unit unit, int number) {
        String language = unit.sentence().language();
        var rules = Rules.of(language);
        var run = new ArrayList<Token>();
        int end = 0;
        var words = WORD.matcher(unit.text());
        while (words.find()) {
            if (!unit.text().substring(end, words.start()).isBlank()) {
                take(run, rules, number);
            }
            String word = words.group();
            String term = term(word, language, rules);
            if (term.isEmpty()) {
                take(run, rules, number);
            } else {
                run.add(new Token(word, term, words.start() == 0));
            }
            end = words.end();
        }
        take(run, rules, number);
    }

    /// The stem, or nothing for a word that names nothing.
    private String term(String word, String language, Rules rules) {
        String lower = word.toLowerCase(Locale.ROOT);
        return terms.computeIfAbsent(
                language + " " + lower,
                _ -> {
                    var stems = Terms.of(word, language);
                    boolean weak =
                            rules.words("weak").contains(lower)
                                    || rules.words("article").contains(lower)
                                    || rules.words("listening").contains(lower)
                                    || lower.codePoints().noneMatch(Character::isLetter)
                                    || lower.length() < SHORTEST && lower.equals(word);
                    return weak || stems.isEmpty() ? "" : String.join(" ", stems);
                });
    }

    private void take(List<Token> run, Rules rules, int number) {
        for (int from = 0; from < run.size(); from++) {
            for (int to = from + 1; to <= Math.min(run.size(), from + MOST_WORDS); to++) {
                var tokens = run.subList(from, to);
                if (names(tokens, rules)) {
                    add(tokens, number, rules.has("noun"));
                }
            }
        }
        run.clear();
    }

    private static boolean names(List<Token> tokens, Rules rules) {
        String last = tokens.getLast().text();
        boolean noun =
                !rules.has("noun")
                        || rules.matches("noun", last)
                                && (tokens.size() > 1 || !tokens.getLast().first());
        boolean before =
                !rules.has("described")
                        || tokens.subList(0, tokens.size() - 1).stream()
                                .allMatch(token -> rules.matches("described", token.text()));
        boolean alone =
                tokens.size() > 1 || !rules.matches("loose", last) && last.length() > SHORTEST;
        boolean different =
                Set.copyOf(tokens.stream().map(Token::term).toList()).size() == tokens.size();
        return noun && before && alone && different && !rules.matches("unended", last);
    }

    /// @param nouns whether the language writes them with capitals
    private void add(List<Token> tokens, int number, boolean nouns) {
        var key = tokens.stream().map(Token::term).toList();
        var text = new StringBuilder();
        for (var token : tokens) {
            text.append(text.isEmpty() ? "" : " ");
            text.append(token.first() && !nouns ? uncapital(token) : token.text());
        }
        var candidate =
                found.computeIfAbsent(
                        key, _ -> new Candidate(key, new ArrayList<>(), new LinkedHashMap<>()));
        candidate.at().add(number);
        candidate.written().merge(text.toString(), 1, Integer::sum);
    }

    /// A sentence begins with a capital whatever its first word is.
    private String uncapital(Token token) {
        return small.contains(token.term()) ? token.text().toLowerCase(Locale.ROOT) : token.text();
    }
}
