package dev.pharos.engine.summary;

import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Asking.Way.Gap;
import dev.pharos.engine.summary.Asking.Way.Gap.Kind;
import dev.pharos.engine.summary.Candidates.Candidate;
import dev.pharos.engine.summary.Gathered.Unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds the words of a statement that may be left out of it, to be filled in: dates and numbers,
/// names, and what the whole is about; whole noun phrases, which nothing else in it gives away.
final class Gaps {
    private static final int PHRASES = 24;
    private static final int FEWEST_LEFT = 3;
    private static final int LONG = 5;

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?<![\\p{L}\\p{Nd}_])(?<![\\p{L}\\p{Nd}][.,:/’'-])(?:\\p{Nd}{1,3}(?:["
                            + " \\u00a0\\u202f.,]\\p{Nd}{3}(?!\\p{Nd}))+|\\p{Nd}+)(?:[.,:]\\p{Nd}+)?(?:[–-]\\p{Nd}+)?(?:["
                            + " \\u00a0]?%)?(?![\\p{L}\\p{Nd}_])(?![.,:/’'-][\\p{L}\\p{Nd}])");

    private static final Pattern YEAR = Pattern.compile("(?:1[0-9]|20)\\d\\d");
    private static final Pattern COUNTED = Pattern.compile("[ \\u00a0-]\\p{L}");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

    private static final Set<String> JOINS = Set.of("and", "und", "и", "&", "of");

    /// A word or sign with its place in the text.
    private record Token(Word word, int from, int to, String term) {}

    private final List<Unit> units;
    private final Map<Integer, List<Candidate>> candidates = new HashMap<>();
    private final Map<Set<String>, Double> phrases = new HashMap<>();

    Gaps(Gathered gathered, KeyPhrases all) {
        units = gathered.units();
        for (var each : Candidates.of(units)) {
            Set.copyOf(each.at())
                    .forEach(
                            at -> candidates.computeIfAbsent(at, _ -> new ArrayList<>()).add(each));
        }
        for (var each : all.best(PHRASES)) {
            var terms = Terms.of(each.text(), gathered.material().language());
            phrases.merge(terms, each.weight(), Math::max);
        }
    }

    /// None overlaps another.
    List<Gap> of(int number) {
        var unit = units.get(number);
        var gaps = new ArrayList<Gap>();
        numbers(unit, gaps);
        var tokens = tokens(unit);
        for (var each : candidates.getOrDefault(number, List.of())) {
            words(each, unit, tokens, gaps);
        }
        return gaps.stream().filter(gap -> !givenAway(gap, unit)).toList();
    }

    private static void numbers(Unit unit, List<Gap> gaps) {
        String text = unit.text();
        for (var pattern : List.of(unit.rule("date"), NUMBER)) {
            var found = pattern.matcher(text);
            while (found.find()) {
                String before = text.substring(0, found.start());
                boolean year = YEAR.matcher(found.group()).matches();
                boolean counted =
                        COUNTED.matcher(text.substring(found.end())).lookingAt()
                                || found.group().endsWith("%");
                double telling = pattern != NUMBER ? 0.8 : year || counted ? 0.75 : 0.4;
                if (!before.isBlank() && !unit.matches("numbered", before)) {
                    add(gaps, new Gap(found.start(), found.end(), Kind.NUMBER, telling));
                }
            }
        }
    }

    private static void add(List<Gap> gaps, Gap gap) {
        boolean free =
                gaps.stream().allMatch(each -> each.to() <= gap.from() || gap.to() <= each.from());
        if (free) {
            gaps.add(gap);
        }
    }

    private static List<Token> tokens(Unit unit) {
        var tokens = new ArrayList<Token>();
        int from = 0;
        for (var word : unit.tokens()) {
            int at = unit.text().indexOf(word.text(), from);
            from = at + word.text().length();
            var terms = Terms.of(word.text().toLowerCase(Locale.ROOT), unit.sentence().language());
            tokens.add(new Token(word, at, from, String.join(" ", terms)));
        }
        return tokens;
    }

    private void words(Candidate candidate, Unit unit, List<Token> tokens, List<Gap> gaps) {
        double weight = phrases.getOrDefault(new HashSet<>(candidate.terms()), 0d);
        if (!candidate.name() && weight == 0) {
            return;
        }
        int size = candidate.terms().size();
        for (int i = 0; i + size <= tokens.size(); i++) {
            var some = tokens.subList(i, i + size);
            if (some.stream().map(Token::term).toList().equals(candidate.terms())
                    && whole(tokens, i, i + size)) {
                var kind = candidate.name() ? Kind.NAME : Kind.PHRASE;
                double telling = candidate.name() ? 0.75 : 0.2 + 0.4 * weight;
                int from = some.getFirst().from();
                String words = unit.text().substring(from, some.getLast().to());
                int to = from + POSSESSIVE.matcher(words).replaceFirst("").length();
                add(gaps, new Gap(from, to, kind, telling));
            }
        }
    }

    /// Not a part of a longer phrase, of a name such as `Alder and Sons`, or what is counted.
    private static boolean whole(List<Token> tokens, int from, int to) {
        boolean cut =
                at(tokens, from - 1, word -> word.part().describes())
                        || at(tokens, to, word -> word.part().noun());
        boolean one =
                at(tokens, from - 1, Gaps::joins) && at(tokens, from - 2, Word::capital)
                        || at(tokens, to, Gaps::joins) && at(tokens, to + 1, Word::capital);
        return !cut && !one && !at(tokens, from - 1, Gaps::number);
    }

    private static boolean at(List<Token> tokens, int i, Predicate<Word> is) {
        return i >= 0 && i < tokens.size() && is.test(tokens.get(i).word());
    }

    private static boolean number(Word word) {
        return Character.isDigit(word.text().codePointAt(0));
    }

    private static boolean joins(Word word) {
        return JOINS.contains(word.text());
    }

    /// Whether the rest has its words, or a word made of them, or says too little.
    private static boolean givenAway(Gap gap, Unit unit) {
        var language = unit.sentence().language();
        String left = unit.text().substring(0, gap.from()) + " " + unit.text().substring(gap.to());
        var rest = Terms.of(left, language);
        String lower = left.toLowerCase(Locale.ROOT);
        var own = Terms.of(unit.text().substring(gap.from(), gap.to()), language);
        return rest.size() < FEWEST_LEFT
                || own.stream()
                        .anyMatch(term ->
                                rest.contains(term)
                                        || term.length() >= LONG && lower.contains(term)
                                        || rest.stream()
                                                .anyMatch(other ->
                                                        other.length() >= LONG
                                                                && term.contains(other)));
    }
}
