package dev.pharos.engine.proof;

import dev.pharos.engine.answer.AnswerSentence.Doubt;
import dev.pharos.engine.answer.AnswerSentence.Doubt.Reason;
import dev.pharos.engine.proof.Ground.Sentence;
import dev.pharos.engine.summary.Phrasing;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a sentence has the words of its source in other places: said by another, the cause for
/// what it causes, or who has it done to them for who does it.
final class Order {
    private static final Pattern CYRILLIC = Pattern.compile("[а-я]");
    private static final int LEAST = 3;

    private Order() {}

    static Optional<Doubt> against(List<Clause> sentence, Ground ground) {
        var teller = teller(sentence, ground);
        if (teller != null) {
            return Optional.of(new Doubt(Reason.ELSEWHERE, List.of(teller)));
        }
        boolean turned =
                caused(sentence, ground)
                        || crossed(sentence, ground)
                        || sentence.stream()
                                .anyMatch(each ->
                                        exchanged(each, ground)
                                                || Way.turned(each, ground)
                                                || Roles.mixed(each, ground));
        return turned ? Optional.of(new Doubt(Reason.ELSEWHERE, List.of())) : Optional.empty();
    }

    /// The one who says it by the claim, where another does.
    private static @Nullable String teller(List<Clause> sentence, Ground ground) {
        var first = sentence.getFirst();
        if (sentence.stream().noneMatch(each -> each.wording().is("speaks", each.text()))
                || first.words().isEmpty()) {
            return null;
        }
        var tellers =
                first.words().stream()
                        .filter(word -> ground.sentences().stream().anyMatch(s -> s.spokenBy(word)))
                        .toList();
        if (tellers.isEmpty() || tellers.getFirst() != first.words().getFirst()) {
            return null;
        }
        var said =
                sentence.stream()
                        .flatMap(each -> each.words().stream())
                        .filter(word -> !tellers.contains(word))
                        .toList();
        long most =
                ground.sentences().stream().mapToLong(each -> count(said, each)).max().orElse(0);
        boolean own =
                ground.sentences().stream()
                        .filter(each -> count(said, each) == most)
                        .anyMatch(each ->
                                each.speaker().isEmpty() || tellers.stream().anyMatch(each::has));
        return most < 2 || own ? null : tellers.getFirst().written();
    }

    private static long count(List<Word> words, Sentence sentence) {
        return words.stream().filter(sentence::says).count();
    }

    /// What is given as the cause, and what of.
    private record Cause(List<Word> why, List<Word> what) {
        static @Nullable Cause in(List<Clause> sentence) {
            var why = new ArrayList<Word>();
            var what = new ArrayList<Word>();
            boolean because = false;
            for (var clause : sentence) {
                var wording = clause.wording();
                if (wording.is("so", clause.text()) && !what.isEmpty()) {
                    why.addAll(what);
                    what.clear();
                    because = true;
                }
                var cause = wording.pattern("cause").matcher(clause.text());
                if (cause.find()) {
                    because = true;
                    what.addAll(Words.of(clause.text().substring(0, cause.start()), wording));
                    why.addAll(Words.of("… " + clause.text().substring(cause.end()), wording));
                } else {
                    what.addAll(clause.words());
                }
            }
            return because && !why.isEmpty() && !what.isEmpty() ? new Cause(why, what) : null;
        }
    }

    private static boolean caused(List<Clause> sentence, Ground ground) {
        var mine = Cause.in(sentence);
        if (mine == null) {
            return false;
        }
        for (var each : ground.sentences()) {
            var theirs = Cause.in(each.clauses());
            if (theirs == null) {
                continue;
            }
            long same = among(mine.why(), theirs.why());
            boolean turned =
                    among(mine.why(), theirs.what()) > same
                            && among(mine.what(), theirs.why()) > among(mine.what(), theirs.what());
            boolean another =
                    same == 0
                            && among(mine.what(), theirs.what()) > 1
                            && among(mine.why(), theirs.what()) == 0
                            && among(mine.why(), words(ground)) > 0;
            if (turned || another) {
                return true;
            }
        }
        return false;
    }

    private static List<Word> words(Ground ground) {
        return ground.clauses().flatMap(each -> each.all().stream()).toList();
    }

    private static long among(List<Word> some, List<Word> others) {
        return some.stream().filter(word -> Words.among(word, others)).count();
    }

    /// Whether two clauses have each what the other has there.
    private static boolean crossed(List<Clause> sentence, Ground ground) {
        for (int i = 1; i < sentence.size(); i++) {
            var one = sentence.get(i - 1);
            var other = sentence.get(i);
            var first = best(one, ground);
            var second = best(other, ground);
            if (first != second
                    && first.shared(one) > 1
                    && second.shared(other) > 1
                    && strays(one, first, second)
                    && strays(other, second, first)) {
                return true;
            }
        }
        return false;
    }

    private static boolean strays(Clause claim, Clause own, Clause other) {
        return claim.words().stream().anyMatch(word -> !own.has(word) && other.has(word));
    }

    private static Clause best(Clause claim, Ground ground) {
        return Collections.max(
                ground.clauses().toList(), Comparator.comparingLong(each -> each.shared(claim)));
    }

    /// Whether two words stand around a third the other way round, none of which tells by its form
    /// what it is there.
    private static boolean exchanged(Clause claim, Ground ground) {
        if (!ordered(claim)) {
            return false;
        }
        for (var clause : ground.clauses().toList()) {
            if (ordered(clause)
                    && clause.shared(claim) >= LEAST
                    && exchanged(claim.words(), clause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ordered(Clause clause) {
        var wording = clause.wording();
        return wording.language().equals("en")
                ? wording.has("ordered", clause.text())
                : !wording.is("passive", clause.text());
    }

    private static boolean exchanged(List<Word> words, Clause clause) {
        var places = new ArrayList<Integer>();
        var same = new HashSet<Integer>();
        for (var word : words) {
            int at = at(word, clause);
            places.add(at);
            if (at >= 0 && clause.words().get(at).folded().equals(word.folded())) {
                same.add(at);
            }
        }
        for (int i = 0; i < words.size(); i++) {
            for (int v = i + 1; v < words.size(); v++) {
                for (int k = v + 1; k < words.size(); k++) {
                    int a = places.get(i);
                    int b = places.get(v);
                    int c = places.get(k);
                    if (c >= 0
                            && c < b
                            && b < a
                            && !formed(words.get(i), words.get(k), same, a, c)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean formed(Word one, Word other, Set<Integer> same, int a, int c) {
        return CYRILLIC.matcher(one.folded()).find()
                && (other.folded().matches(".+(?:ом|ем|ой|ей|ами|ями)")
                        || same.contains(a) && same.contains(c) && !(named(one) && named(other)));
    }

    /// Whether a word may be in the nominative.
    private static boolean named(Word word) {
        return Phrasing.forms(word.folded(), "ru").stream()
                .anyMatch(form -> form.lemma().equals(word.folded()));
    }

    private static int at(Word word, Clause clause) {
        for (int i = 0; i < clause.words().size(); i++) {
            if (clause.words().get(i).same(word)) {
                return i;
            }
        }
        return -1;
    }
}
