package dev.pharos.engine.proof;

import dev.pharos.engine.answer.Facts;
import dev.pharos.engine.answer.Numerals;
import dev.pharos.engine.proof.Ground.Sentence;
import dev.pharos.engine.summary.Phrasing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whether a clause of the claim is put together of two of the source: what is counted here with
/// the number from there, who is named here with what another does there; or whether German
/// articles tell that who does it has it done to them.
final class Roles {
    private static final Pattern LABEL =
            Pattern.compile("(?<![\\p{L}\\d])(?:\\d+\\p{L}{1,2}|\\p{Lu}\\d+)(?![\\p{L}\\d])");

    /// A German article, whatever stands between, and the noun.
    private static final Pattern ARTICLE =
            Pattern.compile(
                    "(?<before>\\p{L}+)?[\\s,]*\\b(?<article>[Dd](?:er|ie|as|en|em)|[Ee]in(?:e|er|en|em)?)\\s+(?:\\p{Ll}+\\s+){0,2}?(?<noun>\\p{Lu}[\\p{L}-]+)");

    private static final int LEAST = 3;

    private Roles() {}

    static boolean mixed(Clause claim, Ground ground) {
        for (var sentence : ground.sentences()) {
            if (numbered(claim, sentence) || blended(claim, sentence, ground)) {
                return true;
            }
        }
        return claim.wording().language().equals("de")
                && !claim.wording().is("passive", claim.text())
                && ground.clauses().anyMatch(each -> exchanged(claim, each));
    }

    /// Whether two numbers stand in two clauses, each with another one: `Year 7 read 12 books and
    /// year 8 read 9.`
    private static boolean numbered(Clause claim, Sentence sentence) {
        var mine = values(claim);
        if (mine.size() < 2) {
            return false;
        }
        var clauses = sentence.clauses().stream().map(Roles::values).toList();
        if (clauses.stream().anyMatch(each -> each.containsAll(mine))) {
            return false;
        }
        var with = clauses.stream().filter(each -> !Collections.disjoint(each, mine)).toList();
        var all = new HashSet<String>();
        with.forEach(all::addAll);
        return with.size() > 1
                && all.containsAll(mine)
                && with.stream().allMatch(each -> !mine.containsAll(each));
    }

    private static Set<String> values(Clause clause) {
        var labels =
                LABEL.matcher(clause.text())
                        .results()
                        .map(MatchResult::group)
                        .map(Facts::folded)
                        .toList();
        var values = new HashSet<>(labels);
        String rest = LABEL.matcher(clause.text()).replaceAll(" ");
        Numerals.claimed(rest).values().forEach(values::addAll);
        return values;
    }

    /// Whether who or what it begins with stands in another clause, and all else in one that tells
    /// it of somebody else, or does not tell of whom.
    private static boolean blended(Clause claim, Sentence sentence, Ground ground) {
        var words = claim.words().stream().filter(word -> !word.time()).toList();
        return words.size() >= LEAST
                && subjects(claim, words).stream()
                        .filter(subject ->
                                ground.sentences().stream()
                                        .noneMatch(each -> each != sentence && each.has(subject)))
                        .anyMatch(subject -> blended(subject, words, sentence.clauses()));
    }

    private static boolean blended(Word subject, List<Word> words, List<Clause> clauses) {
        var rest = words.stream().filter(word -> word != subject).toList();
        var with =
                clauses.stream()
                        .filter(each -> each.words().stream().anyMatch(subject::same))
                        .toList();
        if (with.isEmpty() || with.stream().anyMatch(each -> rest.stream().anyMatch(each::has))) {
            return false;
        }
        boolean speaks = false;
        for (var clause : clauses) {
            if (!speaks && rest.stream().allMatch(clause::has) && own(clause, rest)) {
                return true;
            }
            speaks |= with.contains(clause) && clause.wording().is("speaks", clause.text());
        }
        return false;
    }

    /// What the claim may be about: nothing behind a preposition.
    private static List<Word> subjects(Clause claim, List<Word> words) {
        var wording = claim.wording();
        var before = new HashMap<String, String>();
        String last = "";
        for (var word : Words.WORD.matcher(claim.text()).results().toList()) {
            before.putIfAbsent(word.group(), last);
            last = word.group();
        }
        boolean russian = wording.language().equals("ru");
        return (russian ? words : words.subList(0, 1))
                .stream()
                        .filter(word ->
                                !wording.is("preposition", before.getOrDefault(word.written(), "")))
                        .filter(word -> !russian || nominative(word))
                        .toList();
    }

    private static boolean nominative(Word word) {
        return !word.folded().matches(".+(?:ть|ти|чь)(?:ся)?")
                && Phrasing.forms(word.folded(), "ru").stream()
                        .anyMatch(form -> form.lemma().equals(word.folded()));
    }

    /// Whether a clause tells of whom it says that, or that it is done to them, and points to
    /// nobody.
    private static boolean own(Clause clause, List<Word> said) {
        var wording = clause.wording();
        return !wording.is("personal", clause.text())
                && !clause.words().isEmpty()
                && (!Words.among(clause.words().getFirst(), said)
                        || wording.is("passive", clause.text())
                        || wording.language().equals("ru"));
    }

    /// Whether the article of a noun tells that it is not who does it but who is meant, or the
    /// other way round: `die Schule … der Kirche`, `die Kirche … der Schule`.
    private static boolean exchanged(Clause claim, Clause clause) {
        if (clause.shared(claim) < LEAST || clause.wording().is("passive", clause.text())) {
            return false;
        }
        var mine = articles(claim);
        var theirs = articles(clause);
        var steps = new ArrayList<Integer>();
        mine.forEach(
                (noun, article) -> steps.add(step(theirs.getOrDefault(noun, article), article)));
        boolean unclear = mine.values().stream().anyMatch(each -> "es".contains(each));
        boolean all = claim.words().stream().allMatch(clause::has);
        return steps.contains(1) && (steps.contains(-1) || all && unclear)
                || steps.contains(-1) && all && unclear;
    }

    /// The last letter of the article of each noun that is neither behind a preposition nor behind
    /// another noun.
    private static Map<String, String> articles(Clause clause) {
        var articles = new HashMap<String, String>();
        var found = ARTICLE.matcher(clause.text());
        while (found.find()) {
            String before = found.group("before");
            boolean free =
                    before == null
                            || !Character.isUpperCase(before.codePointAt(0))
                                    && !clause.wording().is("preposition", before);
            if (free || found.start() == 0 && !clause.wording().is("preposition", before)) {
                String article = Facts.folded(found.group("article"));
                String last = article.equals("ein") ? "s" : article.substring(article.length() - 1);
                articles.put(Facts.folded(found.group("noun")), last);
            }
        }
        return articles;
    }

    /// 1 from who is meant to who does it, -1 the other way, 0 where that does not show.
    private static int step(String there, String here) {
        return switch (there + here) {
            case "re", "nr", "mr", "ms", "ns" -> 1;
            case "er", "rn", "rm", "sm", "sn" -> -1;
            default -> 0;
        };
    }
}
