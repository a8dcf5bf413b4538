package dev.pharos.engine.proof;

import dev.pharos.engine.answer.Negation;
import dev.pharos.engine.answer.Numerals;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether a word that nobody says there stands for one that is said, or for its opposite:
/// `allowed` where something is not forbidden, or where nobody may.
final class Opposites {
    private static final Pattern HARDLY =
            Pattern.compile(
                    "\\b(?:no longer|hardly|barely|unable to|fail(?:s|ed)? to|kaum|едва)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /// What stands between a denial and what it denies says nothing.
    private static final Pattern DENIES =
            Pattern.compile(
                    "\\b(?:without|ohne|без|(?!^no (?:we|i|he|she|it|they|the|you|that|this)\\b)no|not|never|n['’]t|nicht|nie|kein\\w*|не|(?<!^)нет)\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern LESS =
            Pattern.compile(
                    "(?!unfall|unkosten|unsumm|unwetter|diseas|displa|discount|discov|discus|distan)(?:un|dis|non|не|без|бес)(?=.{4})");

    /// What the source says of what a word of the claim says.
    enum Told {
        /// In other words.
        SAME,
        OPPOSITE,
        /// Nothing, and the word is too grave to be the claim's own: who decides or allows it.
        NOTHING,
        /// No such word.
        OTHER
    }

    /// Words for two ways in which something may be.
    record Pair(Pattern one, Pattern other) {

        /// Which of them a text says: above 0, below 0, or 0 where it is neither or both.
        int side(String text) {
            boolean first = one.matcher(text).find();
            if (first == other.matcher(text).find()) {
                return 0;
            }
            var said = first ? one : other;
            return first != denied(said.matcher(text).replaceAll(" ")) ? 1 : -1;
        }

        boolean has(String word) {
            return one.matcher(word).find() || other.matcher(word).find();
        }
    }

    private Opposites() {}

    /// Whether a text denies by a word that says nothing else.
    static boolean denied(String text) {
        return Negation.in(text) || HARDLY.matcher(text).find();
    }

    static Told told(Word word, Clause claim, Ground ground) {
        if (prefixed(word, claim, ground)) {
            return Told.OPPOSITE;
        }
        boolean elsewhere = false;
        for (var pair : claim.wording().pairs()) {
            int side = pair.has(word.written()) ? pair.side(claim.text()) : 0;
            if (side == 0) {
                continue;
            }
            int near = side(pair, near(claim, ground).map(Clause::text).toList());
            int there = near == 0 ? pair.side(ground.nearest(claim).said().text()) : near;
            if (there == side) {
                return turned(claim, ground) ? Told.SAME : Told.OTHER;
            }
            if (near != 0) {
                return Told.OPPOSITE;
            }
            elsewhere |= ground.clauses().anyMatch(each -> pair.side(each.text()) == side);
        }
        boolean grave = claim.wording().is("grave", word.written());
        return grave && !elsewhere ? Told.NOTHING : Told.OTHER;
    }

    /// Whether one of both denies: words on one side of a pair need not mean the same.
    private static boolean turned(Clause claim, Ground ground) {
        return near(claim, ground).anyMatch(each -> denied(each.text()) != denied(claim.text()));
    }

    /// The clauses that have most of the claim's words.
    private static Stream<Clause> near(Clause claim, Ground ground) {
        long most = ground.clauses().mapToLong(each -> each.shared(claim)).max().orElse(0);
        return ground.clauses().filter(each -> most > 0 && each.shared(claim) == most);
    }

    private static int side(Pair pair, List<String> texts) {
        return texts.stream().mapToInt(pair::side).filter(side -> side != 0).findFirst().orElse(0);
    }

    /// `dicht` of what is `undicht` there, or the other way round, with as many denials.
    private static boolean prefixed(Word word, Clause claim, Ground ground) {
        return near(claim, ground)
                .filter(each -> denied(each.text()) == denied(claim.text()))
                .flatMap(each -> each.words().stream())
                .anyMatch(other -> less(word, other) || less(other, word));
    }

    private static boolean less(Word word, Word other) {
        var prefix = LESS.matcher(word.folded());
        return prefix.lookingAt()
                && Word.derived(word.folded().substring(prefix.end()), other.folded());
    }

    /// Whether what the claim says is just what is denied there: `has a tenant` of what is still
    /// without one.
    static boolean denied(Clause claim, Ground ground) {
        return !claim.denied()
                && !claim.wording().is("seeks", claim.text())
                && near(claim, ground)
                        .filter(Clause::denied)
                        .anyMatch(each -> ceased(each, claim) || said(focus(each), claim));
    }

    private static boolean said(@Nullable Word focus, Clause claim) {
        return focus != null && claim.has(focus);
    }

    /// Whether it is no longer so there.
    private static boolean ceased(Clause clause, Clause claim) {
        return clause.shared(claim) > 1
                && clause.wording().is("as.cease", clause.text())
                && !clause.wording().is("as.cease", claim.text());
    }

    /// Whether one of both denies since it has the opposite word: `does not work`, `is broken`.
    static boolean balanced(Clause claim, Ground ground) {
        return claim.wording().pairs().stream()
                .filter(pair -> pair.side(claim.text()) != 0)
                .anyMatch(pair ->
                        near(claim, ground)
                                .filter(each -> each.denied() != claim.denied())
                                .anyMatch(
                                        each -> pair.side(each.text()) == pair.side(claim.text())));
    }

    /// What is denied: the first word that says something behind that, or else the last before.
    private static @Nullable Word focus(Clause clause) {
        var denial = DENIES.matcher(clause.text());
        if (!denial.find()) {
            return null;
        }
        String behind = clause.text().substring(denial.end());
        var words = Words.of("… " + behind, clause.wording());
        if (!words.isEmpty()) {
            return words.getFirst();
        }
        var before = Words.of(clause.text().substring(0, denial.start()), clause.wording());
        return before.isEmpty() || !Numerals.claimed(behind).isEmpty() ? null : before.getLast();
    }
}
