package dev.pharos.engine.answer;

import dev.pharos.engine.answer.Evidence.Sentence;
import dev.pharos.engine.answer.Facts.Fact;
import dev.pharos.engine.answer.Facts.Ground;
import dev.pharos.engine.search.Terms;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a sentence says a number, a name or a *not* of the same thing as a claim does. Strict:
/// an unneeded doubt is only a pity.
final class SameThing {
    /// How much of the claim's words a sentence has to have that shall prove a part of it.
    private static final double ENOUGH = 0.5;

    /// The same for a sentence that the claim turns round.
    private static final double MOST = 0.7;

    private static final int UNIT = 3;
    private static final String NEXT = "[\\s\\u00a0-]{1,2}(\\p{L}{" + UNIT + ",})";

    /// A word and the two before it; the word itself may belong to the number, as `million`.
    private static final Pattern LAST = Pattern.compile("(?:\\S+\\s+)?(?:\\S+\\s+)?\\S+$");

    private SameThing() {}

    /// Whether a sentence has a number or name of the claim, and not another number of the same
    /// unit or month.
    static boolean says(Sentence sentence, Fact fact, String claim) {
        return new Ground(sentence.text()).has(fact)
                && !(fact.number() && saysAnother(sentence.text(), fact, claim));
    }

    private static boolean saysAnother(String text, Fact fact, String claim) {
        var next =
                Pattern.compile("(?<![\\p{Nd}.,])" + Pattern.quote(fact.written()) + NEXT)
                        .matcher(claim);
        if (!next.find()) {
            return false;
        }
        String unit = Facts.folded(next.group(1));
        boolean another = false;
        var words = Facts.WORD.matcher(text);
        while (words.find()) {
            String folded = Facts.folded(words.group());
            if (folded.equals(unit) || Facts.related(folded, unit)) {
                var before = LAST.matcher(text.substring(0, words.end()));
                var numbers = before.find() ? Numerals.all(before.group()) : Set.<String>of();
                if (!Collections.disjoint(numbers, fact.forms())) {
                    return false;
                }
                another |= !numbers.isEmpty();
            }
        }
        return another;
    }

    /// Whether a sentence that is not the nearest speaks of what the claim speaks of.
    static boolean about(Sentence sentence, Fact fact, String claim) {
        return share(sentence, claim, fact.written()) >= ENOUGH;
    }

    private static double share(Sentence sentence, String claim, String without) {
        String language = sentence.hit().passage().language();
        var wanted = new HashSet<>(Terms.of(claim, language));
        wanted.removeAll(Terms.of(without, language));
        var there = Terms.of(sentence.text(), language);
        long got = wanted.stream().filter(there::contains).count();
        return wanted.isEmpty() ? 1 : got / (double) wanted.size();
    }

    static boolean denies(String sentence) {
        return Negation.in(sentence);
    }

    /// The *not* that one of both has and the other has not, though they say the same; or nothing.
    static String not(Sentence proof, String claim) {
        var claimed = Negation.NOT.matcher(claim);
        var proved = Negation.NOT.matcher(proof.text());
        boolean inClaim = claimed.find();
        boolean inProof = proved.find();
        if (inClaim == inProof || share(proof, Negation.without(claim), "") < MOST) {
            return "";
        }
        return inClaim ? claimed.group() : proved.group();
    }
}
