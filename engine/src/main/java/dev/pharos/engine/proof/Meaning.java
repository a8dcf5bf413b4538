package dev.pharos.engine.proof;

import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.AnswerSentence.Doubt.Reason;
import dev.pharos.engine.answer.Numerals;
import dev.pharos.engine.proof.Ground.Sentence;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Whether words that are said are said so, and of the same.
final class Meaning {
    private static final Optional<Doubt> TURNED = Optional.of(new Doubt(Reason.TURNED, List.of()));

    private Meaning() {}

    private static Optional<Doubt> doubt(Reason reason, String word) {
        return Optional.of(new Doubt(reason, List.of(word)));
    }

    /// A word that is only denied there is not said, and the other way round.
    static Optional<Doubt> turned(Clause claim, Ground ground) {
        Predicate<Clause> other = clause -> clause.denied() != claim.denied();
        if (claim.without()
                        && ground.clauses().anyMatch(each -> shares(each, claim) && each.lacks())
                || Opposites.balanced(claim, ground)) {
            return Optional.empty();
        }
        boolean wrong =
                !nearer(claim, other, ground)
                        && !(claim.denied() && pointed(claim, ground))
                        && claim.words().stream()
                                .filter(word -> only(word, claim, other, ground))
                                .anyMatch(word -> !(claim.denied() && denies(word, claim)));
        if (wrong) {
            return TURNED;
        }
        boolean any = ground.clauses().anyMatch(clause -> clause.denied() && shares(clause, claim));
        return claim.denied() && !any ? TURNED : Optional.empty();
    }

    /// Whether more of the claim stands in one clause of another kind than in any such.
    private static boolean nearer(Clause claim, Predicate<Clause> which, Ground ground) {
        return most(claim, which.negate(), ground) > Math.max(1, most(claim, which, ground));
    }

    private static long most(Clause claim, Predicate<Clause> which, Ground ground) {
        return ground.clauses().filter(which).mapToLong(each -> each.shared(claim)).max().orElse(0);
    }

    /// Whether it is denied of what was said before: `By law we cannot do that.`
    private static boolean pointed(Clause claim, Ground ground) {
        return ground.clauses()
                .filter(each -> each.denied() && each.shared(claim) > 0)
                .anyMatch(each -> each.wording().is("pointing", each.text()));
    }

    /// Whether a word is said in such clauses only, and not as what another clause goes on about:
    /// `Bees see blue, but do not see red.`
    private static boolean only(Word word, Clause claim, Predicate<Clause> which, Ground ground) {
        return ground.only(word, which)
                && ground.sentences().stream()
                        .filter(each -> each.begins(word))
                        .flatMap(each -> each.clauses().stream())
                        .filter(which.negate())
                        .filter(each -> !each.words().isEmpty())
                        .noneMatch(each -> Words.among(each.words().getFirst(), claim.all()));
    }

    private static boolean denies(Word word, Clause claim) {
        return claim.wording().is("denial", word.written()) || word.capital();
    }

    private static boolean shares(Clause clause, Clause claim) {
        return claim.words().isEmpty() || clause.shared(claim) > 0;
    }

    /// What is only asked or wished there is not so, and what is yet to be done is not done.
    static Optional<Doubt> wished(Clause claim, List<Clause> sentence, Ground ground) {
        var wording = claim.wording();
        boolean asks =
                sentence.stream().anyMatch(each -> each.asked() || wording.is("asks", each.text()));
        boolean wishes =
                asks
                        || sentence.stream().anyMatch(Clause::wished)
                        || wording.is("allows", claim.text())
                        || wording.is("as.free", claim.text())
                        || wording.is("as.forbid", claim.text())
                        || wording.is("as.oblige", claim.text());
        boolean so =
                pointed(claim, ground) && claim.denied()
                        || nearer(claim, clause -> clause.asked() || clause.wished(), ground);
        for (var word : claim.words()) {
            if (!so
                    && !word.capital()
                    && (!asks && only(word, claim, Meaning::open, ground)
                            || !wishes && only(word, claim, Clause::wished, ground))) {
                return Optional.of(new Doubt(Reason.WISHED, List.of()));
            }
        }
        boolean reported = wording.is("reported", claim.text());
        boolean past =
                wording.language().equals("de")
                        ? wording.is("done.claim", claim.text())
                        : claim.done() && !claim.ahead();
        if (past && !reported) {
            for (var word : claim.words()) {
                if (!word.capital() && ground.only(word, clause -> yet(clause))) {
                    return Optional.of(new Doubt(Reason.WISHED, List.of()));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether it is asked, and not how or why that is so.
    private static boolean open(Clause clause) {
        return clause.asked() && !clause.wording().is("asked.how", clause.text());
    }

    private static boolean yet(Clause clause) {
        boolean german = clause.wording().language().equals("de");
        return (german || clause.ahead()) && !clause.done();
    }

    /// Names and numbers that are said there of others.
    static Optional<Doubt> elsewhere(Clause claim, List<Clause> sentence, Ground ground) {
        return person(claim, sentence, ground).or(() -> number(claim, ground));
    }

    private static Optional<Doubt> person(Clause claim, List<Clause> sentence, Ground ground) {
        var nearest = ground.nearest(claim);
        boolean speaks =
                sentence.stream().anyMatch(each -> each.wording().is("speaks", each.text()));
        for (int i = 0; i < claim.words().size(); i++) {
            var name = claim.words().get(i);
            boolean spoken = ground.sentences().stream().anyMatch(each -> each.spokenBy(name));
            boolean named = name.capital() || ground.names().contains(name.folded());
            boolean known = spoken || named || i == 0 && !nearest.points();
            if (i == 0
                    && (spoken || named || claim.wording().bare(name, claim.text()))
                    && borrowed(name, claim, nearest, ground)) {
                return doubt(Reason.ELSEWHERE, name.written());
            }
            if (!known || nearest.says(name) || !ground.has(name)) {
                continue;
            }
            if (!nearest.spokenBy(name)) {
                if (!Words.among(name, ground.before())
                        && !meant(name, nearest, ground)
                        && stranger(name, claim, nearest, ground)) {
                    return doubt(Reason.ELSEWHERE, name.written());
                }
            } else if (speaks
                    ? i == 0 && told(nearest, claim)
                    : !self(nearest, i == 0 && !possessive(name))) {
                return doubt(Reason.ELSEWHERE, name.written());
            }
        }
        var turned =
                claim.wording().has("ordered", claim.text()) ? exchanged(claim, nearest) : null;
        var swapped = turned == null ? swapped(claim, nearest, ground) : turned;
        return swapped != null
                ? doubt(Reason.ELSEWHERE, swapped)
                : speaks ? Optional.empty() : other(claim, nearest);
    }

    /// Whether something that is claimed of a name is said of other names alone.
    private static boolean borrowed(Word name, Clause claim, Sentence nearest, Ground ground) {
        return nearest.says(name)
                && claim.words().stream()
                        .filter(word -> word != name && !word.capital() && !nearest.has(word))
                        .filter(word -> !meant(word, nearest, ground))
                        .map(word ->
                                ground.sentences().stream()
                                        .filter(each -> each.says(word))
                                        .toList())
                        .anyMatch(those ->
                                !those.isEmpty()
                                        && those.stream()
                                                .allMatch(each ->
                                                        !each.has(name)
                                                                && each.beginsWith(
                                                                        ground.names())));
    }

    /// What the claim begins with, where that stands behind its last word in the clause that has
    /// all its words; else null. For languages where the order of words tells who does what.
    private static @Nullable String exchanged(Clause claim, Sentence nearest) {
        var words = claim.words();
        for (var clause : nearest.clauses()) {
            boolean whole = words.size() > 2 && words.stream().allMatch(clause::has);
            if (whole && clause.wording().has("ordered", clause.text())) {
                int first = at(words.getFirst(), clause);
                int verb = at(words.get(1), clause);
                int other = at(words.get(2), clause);
                if (other >= 0 && other < verb && verb < first) {
                    return words.getFirst().written();
                }
            }
        }
        return null;
    }

    /// Who the claim says does it, where two people stand in the same clause the other way round.
    private static @Nullable String swapped(Clause claim, Sentence nearest, Ground ground) {
        var mine = people(claim, ground);
        if (mine.size() < 2 || claim.wording().is("passive", claim.text())) {
            return null;
        }
        for (var clause : nearest.clauses()) {
            var theirs = people(clause, ground);
            boolean both =
                    theirs.size() > 1
                            && Words.among(mine.getFirst(), theirs)
                            && Words.among(theirs.getFirst(), mine);
            if (both
                    && !theirs.getFirst().same(mine.getFirst())
                    && !clause.wording().is("passive", clause.text())) {
                return mine.getFirst().written();
            }
        }
        return null;
    }

    /// The names in a clause, in their order.
    private static List<Word> people(Clause clause, Ground ground) {
        return clause.words().stream()
                .filter(word ->
                        word.capital()
                                || ground.names().contains(word.folded())
                                || ground.sentences().stream()
                                        .anyMatch(each -> each.spokenBy(word)))
                .toList();
    }

    private static int at(Word word, Clause clause) {
        for (int i = 0; i < clause.words().size(); i++) {
            if (clause.words().get(i).same(word)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean possessive(Word name) {
        return name.written().matches(".+(?:['’]s?|[^s'’]s)");
    }

    /// Whether a sentence is told to who says it, by somebody whom the claim names.
    private static boolean told(Sentence sentence, Clause claim) {
        return !sentence.first()
                && sentence.wording().has("ours", sentence.said().text())
                && claim.words().stream().anyMatch(sentence::begins);
    }

    /// Whether the claim begins with another thing than who says of themselves what it says.
    private static Optional<Doubt> other(Clause claim, Sentence nearest) {
        long most =
                nearest.clauses().stream().mapToLong(each -> each.shared(claim)).max().orElse(0);
        boolean others =
                most > 1
                        && !nearest.speaker().isEmpty()
                        && claim.words().stream().noneMatch(nearest::spokenBy)
                        && nearest.says(claim.words().getFirst())
                        && nearest.clauses().stream()
                                .filter(each -> each.shared(claim) == most)
                                .allMatch(each ->
                                        each.wording().has("alone", each.text())
                                                && !each.has(claim.words().getFirst()));
        return others
                ? doubt(Reason.ELSEWHERE, claim.words().getFirst().written())
                : Optional.empty();
    }

    /// Whether a sentence is said of who says it.
    private static boolean self(Sentence sentence, boolean subject) {
        return sentence.first()
                || !subject && sentence.wording().has("ours", sentence.said().text());
    }

    /// Whether a pronoun may stand for somebody whom an earlier sentence names.
    private static boolean meant(Word name, Sentence nearest, Ground ground) {
        return nearest.wording().is("personal", nearest.said().text())
                && nearest.clauses().stream()
                        .flatMap(clause -> clause.words().stream())
                        .filter(word -> !Words.among(word, nearest.addressed()))
                        .noneMatch(word -> ground.names().contains(word.folded()))
                && ground.sentences().stream()
                        .takeWhile(each -> each != nearest)
                        .anyMatch(each -> each.says(name));
    }

    /// Whether nothing but a name comes from the sentence that has it.
    private static boolean stranger(Word name, Clause claim, Sentence nearest, Ground ground) {
        var others =
                ground.sentences().stream()
                        .filter(each -> each != nearest && each.has(name))
                        .toList();
        return claim.words().stream().anyMatch(nearest::says)
                && claim.words().stream()
                        .filter(word -> word != name && !word.capital() && !nearest.has(word))
                        .noneMatch(word ->
                                others.stream()
                                        .anyMatch(each -> each.says(word) && !each.spokenBy(word)));
    }

    /// Whether a number or day stands in a clause of something else.
    private static Optional<Doubt> number(Clause claim, Ground ground) {
        for (var number : Numerals.claimed(claim.text()).entrySet()) {
            Predicate<Clause> has =
                    clause -> !Collections.disjoint(clause.numbers(), number.getValue());
            if (astray(claim, has, ground)) {
                return doubt(Reason.ELSEWHERE, number.getKey());
            }
        }
        for (var day : claim.days()) {
            if (astray(claim, clause -> clause.days().stream().anyMatch(day::in), ground)) {
                return doubt(Reason.ELSEWHERE, day.written());
            }
        }
        return Optional.empty();
    }

    private static boolean astray(Clause claim, Predicate<Clause> has, Ground ground) {
        var with = ground.clauses().filter(has).toList();
        return !with.isEmpty() && with.stream().noneMatch(each -> fits(claim, each, has, ground));
    }

    /// Whether what else the claim says stands in the clause too, or the clause says nothing else.
    private static boolean fits(Clause claim, Clause clause, Predicate<Clause> has, Ground ground) {
        var away = claim.words().stream().filter(word -> !clause.has(word)).toList();
        if (away.isEmpty()) {
            return true;
        }
        if (otherTime(claim, clause)) {
            return false;
        }
        boolean others = clause.words().stream().anyMatch(word -> !Words.among(word, claim.all()));
        boolean apart =
                clause.shared(claim) < 2
                        && away.size() > 1
                        && ground.sentences().stream()
                                .filter(each -> !each.clauses().contains(clause))
                                .anyMatch(each ->
                                        !each.points() && away.stream().allMatch(each::says));
        boolean numbered =
                ground.clauses()
                        .filter(each -> !has.test(each))
                        .filter(each -> !each.numbers().isEmpty() || !each.days().isEmpty())
                        .anyMatch(each -> away.stream().anyMatch(each::has));
        return !(others && (numbered || apart)) && !ofSpeaker(claim, clause, away, ground);
    }

    /// `Last year 31 were let; now it is 36.`
    private static boolean otherTime(Clause claim, Clause clause) {
        var when = times(claim);
        var there = times(clause);
        return !when.isEmpty() && !there.isEmpty() && Collections.disjoint(when, there);
    }

    private static List<String> times(Clause clause) {
        return Stream.of("when.past", "when.now", "when.next")
                .filter(key -> clause.wording().is(key, clause.text()))
                .toList();
    }

    /// Whether the clause is said by somebody of themselves, and the claim of somebody else.
    private static boolean ofSpeaker(Clause claim, Clause clause, List<Word> away, Ground ground) {
        return clause.first()
                && ground.sentences().stream()
                        .filter(each -> each.clauses().contains(clause))
                        .anyMatch(each ->
                                !each.speaker().isEmpty()
                                        && claim.words().stream().noneMatch(each::spokenBy)
                                        && away.stream().anyMatch(each::says));
    }
}
