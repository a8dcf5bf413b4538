package dev.pharos.engine.proof;

import dev.pharos.engine.answer.Facts;
import dev.pharos.engine.answer.Numerals;
import dev.pharos.engine.proof.Opposites.Told;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a clause says and its source does not: words, days, and numbers with what they count.
final class Missing {
    private static final Pattern YEAR = Pattern.compile("1[5-9]\\d\\d|20\\d\\d");
    private static final Pattern CLOCK = Pattern.compile("(?<!\\d)\\d{1,2}:\\d{2}(?!\\d)");
    private static final int NEAR = 40;
    private static final int FEW = 3;

    private Missing() {}

    /// What is missing, as the claim writes it.
    ///
    /// @param facts names, days, numbers, and small words that turn what is said
    /// @param words all others
    /// @param turned whether the opposite of one of them is said there
    record Gaps(List<String> facts, List<String> words, boolean turned) {
        List<String> all() {
            return Stream.concat(words.stream(), facts.stream()).distinct().toList();
        }
    }

    static Gaps from(Clause claim, Ground ground) {
        var missing = new ArrayList<String>();
        var words = new ArrayList<String>();
        var wording = claim.wording();
        var days = ground.clauses().flatMap(clause -> clause.days().stream()).toList();
        String rest = claim.text();
        for (var day : claim.days()) {
            rest = rest.replace(day.written(), " ");
            if (days.stream().noneMatch(day::in)) {
                missing.add(day.written());
            }
        }
        boolean turned = false;
        for (var word : unsaid(claim, ground)) {
            boolean name = word.capital() || word.time();
            var told = name ? Told.NOTHING : Opposites.told(word, claim, ground);
            turned |= told == Told.OPPOSITE;
            if (told != Told.SAME) {
                (told == Told.NOTHING ? missing : words).add(word.written());
            }
        }
        String text = ground.text();
        var there = Numerals.all(text);
        for (var number : Numerals.claimed(rest).entrySet()) {
            if (Collections.disjoint(number.getValue(), there)
                    || counts(number.getKey(), number.getValue(), rest, text, wording)) {
                missing.add(number.getKey());
            }
        }
        missing.addAll(times(rest, text));
        missing.addAll(strong(claim, text));
        missing.addAll(rivals(claim, ground));
        words.removeIf(word -> missing.stream().anyMatch(fact -> fact.contains(word)));
        return new Gaps(missing, words, turned);
    }

    /// The words that say something else than how it is said, and are not said there.
    private static List<Word> unsaid(Clause claim, Ground ground) {
        var wording = claim.wording();
        String near = claim.words().isEmpty() ? "" : ground.nearest(claim).said().text();
        boolean asks = ground.clauses().anyMatch(Clause::asked);
        boolean wishes = asks || ground.clauses().anyMatch(Clause::wished);
        return claim.words().stream()
                .filter(word -> !word.stem().startsWith("#m") && !ground.has(word))
                .filter(word ->
                        !covers(wording.pattern("neutral"), claim, word)
                                && !(wishes && covers(wording.pattern("maybe"), claim, word))
                                && !(asks && covers(wording.pattern("asks"), claim, word))
                                && !wording.concept(word, claim.text(), near))
                .toList();
    }

    /// Those of a text that another does not have, which has some.
    private static List<String> times(String claim, String text) {
        return CLOCK.matcher(claim)
                .results()
                .map(MatchResult::group)
                .filter(time -> !text.contains(time) && CLOCK.matcher(text).find())
                .toList();
    }

    /// Small words of which one cannot stand for the other, `before` and `after`, `more` and
    /// `less`, `weeks` and `days`: those of the claim that are not said there while a rival of
    /// theirs is.
    private static List<String> rivals(Clause claim, Ground ground) {
        var said = Wording.words(ground.text());
        var near =
                Stream.of(nearest(claim, ground), numbered(claim, ground))
                        .map(Wording::words)
                        .toList();
        var wrong = new ArrayList<String>();
        for (var group : claim.wording().groups("rivals")) {
            var forms = group.stream().map(each -> List.of(each.split("/"))).toList();
            if (forms.size() == 2
                    && Opposites.denied(claim.text()) != Opposites.denied(nearest(claim, ground))) {
                continue;
            }
            for (var mine : forms) {
                var others = forms.stream().filter(each -> each != mine).flatMap(List::stream);
                var around = Collections.disjoint(mine, said) ? List.of(said) : near;
                instead(mine, others.toList(), around)
                        .map(there -> written(there, ground.text()))
                        .ifPresent(there -> wrong.addAll(pairs(mine, there, claim)));
            }
        }
        return wrong;
    }

    /// What stands in one of these for some words of which none does.
    private static Optional<String> instead(
            List<String> mine, List<String> others, List<Set<String>> around) {
        return around.stream()
                .filter(each -> Collections.disjoint(mine, each))
                .flatMap(each -> others.stream().filter(each::contains))
                .findFirst();
    }

    /// Each of some words that the claim has, with what stands there for it.
    private static List<String> pairs(List<String> mine, String there, Clause claim) {
        return Words.WORD
                .matcher(claim.text())
                .results()
                .map(MatchResult::group)
                .filter(word -> mine.contains(Facts.folded(word)))
                .map(word -> claim.wording().pair(word, there))
                .toList();
    }

    /// The clauses that have all of the claim's numbers, where it has any.
    private static String numbered(Clause claim, Ground ground) {
        var numbers = claim.numbers();
        return ground.clauses()
                .filter(each -> !numbers.isEmpty() && each.numbers().containsAll(numbers))
                .map(Clause::text)
                .collect(Collectors.joining("\n"));
    }

    private static String written(String folded, String text) {
        return Words.WORD
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> Facts.folded(word).equals(folded))
                .findFirst()
                .orElse(folded);
    }

    /// The clauses that have most of the claim's words.
    private static String nearest(Clause claim, Ground ground) {
        long most = ground.clauses().mapToLong(each -> each.shared(claim)).max().orElse(0);
        return most < FEW
                ? ""
                : ground.clauses()
                        .filter(each -> each.shared(claim) == most)
                        .map(Clause::text)
                        .collect(Collectors.joining("\n"));
    }

    /// Whether a word is of those that say how something is said, and are held to that elsewhere.
    private static boolean covers(Pattern pattern, Clause claim, Word word) {
        return pattern.matcher(claim.text())
                .results()
                .anyMatch(match -> Wording.words(match.group()).contains(word.folded()));
    }

    /// `all` where it is not said of all.
    private static List<String> strong(Clause claim, String text) {
        var said = Wording.words(text);
        var others =
                claim.wording().groups("strong").stream()
                        .filter(group -> Collections.disjoint(group, said))
                        .flatMap(List::stream)
                        .toList();
        var wording = claim.wording();
        var none = wording.pattern("none").matcher(claim.text());
        boolean partly = wording.is("partly", text) && !wording.is("none", text);
        return Stream.concat(
                        none.find() && partly ? Stream.of(none.group()) : Stream.empty(),
                        Words.WORD
                                .matcher(claim.text())
                                .results()
                                .map(MatchResult::group)
                                .filter(word -> others.contains(Facts.folded(word))))
                .toList();
    }

    /// Whether a number counts something else there.
    private static boolean counts(
            String written, Set<String> values, String claim, String text, Wording wording) {
        int at = claim.indexOf(written);
        if (at < 0) {
            return false;
        }
        boolean year = YEAR.matcher(written).matches();
        var counted = next(claim.substring(at + written.length()), wording);
        if (counted.isEmpty()) {
            return false;
        }
        boolean other = false;
        boolean rival = false;
        var words = Pattern.compile("[\\p{Nd}\\p{L}.,']+").matcher(text);
        while (words.find()) {
            boolean last = words.group().matches(".+[.,]");
            int end = last ? words.end() : Math.min(text.length(), words.end() + NEAR);
            String behind = text.substring(words.end(), end);
            var there = next(behind, wording);
            var numbers = Numerals.all(words.group());
            if (Collections.disjoint(numbers, values)) {
                rival |=
                        !numbers.isEmpty()
                                && !there.isEmpty()
                                && there.getFirst().same(counted.getFirst());
                continue;
            }
            if (year) {
                continue;
            }
            if (there.isEmpty() || there.getFirst().same(counted.getFirst())) {
                return false;
            }
            var claimed = Words.all(claim, wording);
            other |= !Words.among(there.getFirst(), claimed);
        }
        return year ? rival : other;
    }

    /// What stands right behind a number, if it says something.
    private static List<Word> next(String behind, Wording wording) {
        var word = Pattern.compile("^[\\s\\u00a0-]{1,2}(\\p{L}{2,})").matcher(behind);
        if (!word.find() || wording.light(Facts.folded(word.group(1)))) {
            return List.of();
        }
        boolean noun =
                !wording.language().equals("de") || Character.isUpperCase(word.group(1).charAt(0));
        return noun ? Words.of("… " + word.group(1), wording) : List.of();
    }
}
