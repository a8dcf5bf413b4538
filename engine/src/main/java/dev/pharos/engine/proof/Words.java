package dev.pharos.engine.proof;

import dev.pharos.engine.answer.Facts;
import dev.pharos.engine.answer.Numerals;
import dev.pharos.engine.search.Terms;
import dev.pharos.engine.summary.Phrasing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells the words of a text that say something.
final class Words {
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’]\\p{L}+)?");

    private static final Pattern SENTENCE_START = Pattern.compile("(?:^|[.!?…:«„“\"])\\s*$");
    private static final int SHORTEST_PART = 4;
    private static final int SHORTEST_HEAD = 5;
    private static final int LONGEST_JOINT = 2;

    private Words() {}

    /// All that may prove one.
    static List<Word> all(String text, Wording wording) {
        return WORD.matcher(text)
                .results()
                .map(match -> match.group())
                .map(word -> word(word, false, wording))
                .toList();
    }

    /// Without the small words, and those of which nothing depends; numbers stand elsewhere.
    static List<Word> of(String text, Wording wording) {
        var numbers = Wording.words(String.join(" ", Numerals.claimed(text).keySet()));
        var words = new ArrayList<Word>();
        var found = WORD.matcher(text);
        while (found.find()) {
            String written = found.group();
            String folded = Facts.folded(written);
            boolean start = SENTENCE_START.matcher(text.substring(0, found.start())).find();
            boolean time = wording.month(written) > 0 || wording.weekday(written) > 0;
            if (time || says(folded, wording) && !numbers.contains(folded)) {
                boolean capital =
                        !start
                                && !wording.language().equals("de")
                                && Character.isUpperCase(written.codePointAt(0));
                words.add(word(written, capital, wording));
            }
        }
        return words;
    }

    private static boolean says(String folded, Wording wording) {
        return folded.length() > 1
                && !wording.light(folded)
                && !Terms.of(folded, wording.language()).isEmpty()
                && Phrasing.forms(folded, wording.language()).stream()
                        .noneMatch(form -> wording.light(Facts.folded(form.lemma())));
    }

    static Word word(String written, boolean capital, Wording wording) {
        String folded = Facts.folded(written);
        int month = wording.month(written);
        int weekday = wording.weekday(written);
        if (month > 0 || weekday > 0) {
            String key = month > 0 ? "#m" + month : "#d" + weekday;
            return new Word(written, folded, Set.of(key), Set.of(), key, false);
        }
        var forms = new HashSet<String>();
        forms.add(folded);
        var root = wording.root(folded);
        if (root != null) {
            forms.add(root);
        }
        for (var form : Phrasing.forms(written.toLowerCase(Locale.ROOT), wording.language())) {
            forms.add(Facts.folded(form.lemma()));
        }
        if (wording.language().equals("de")) {
            forms.add(
                    folded.replaceAll(
                            "^((?:ab|an|auf|aus|ein|vor|zu|um)?)(?:ge|zu)(?=\\w{4})", "$1"));
            if (Character.isUpperCase(written.codePointAt(0))) {
                forms.add(folded.replaceAll("(?<=\\w\\w[^s])s$", ""));
            }
        }
        var keys = new HashSet<String>();
        var bare = new HashSet<String>();
        for (String form : forms) {
            keys.add(form);
            keys.addAll(Terms.of(form, wording.language()));
            wording.same(form).forEach(group -> keys.add("#" + group));
            bare.addAll(bare(form, wording));
        }
        String stem = Terms.of(folded, wording.language()).stream().findFirst().orElse(folded);
        return new Word(written, folded, Set.copyOf(keys), Set.copyOf(bare), stem, capital);
    }

    private static Set<String> bare(String form, Wording wording) {
        var bare = new HashSet<String>();
        var parted = wording.parted(form);
        if (parted != null) {
            bare.add(parted);
            bare.addAll(Terms.of(parted, wording.language()));
        }
        if (wording.language().equals("ru") && form.matches("(?:по|с)\\p{L}{5,}")) {
            bare.add(form.replaceFirst("^(?:по|с)", ""));
        }
        return bare;
    }

    /// Whether a word is among others, or is made of them, or one of them is made with it as its
    /// head: `Anfängerkurs`, `Bibliothek` of `Stadtbibliothek`.
    static boolean among(Word word, List<Word> others) {
        return others.stream().anyMatch(word::same) || german(word, others);
    }

    private static boolean german(Word word, List<Word> others) {
        if (!Character.isUpperCase(word.written().codePointAt(0)) || word.time()) {
            return false;
        }
        String stem = word.stem();
        boolean head =
                stem.length() >= SHORTEST_HEAD
                        && others.stream()
                                .anyMatch(other ->
                                        other.stem().length() > stem.length()
                                                && other.stem().endsWith(stem));
        return head
                || others.stream()
                        .filter(first -> begins(stem, first))
                        .anyMatch(first ->
                                others.stream()
                                        .anyMatch(
                                                last -> last != first && ends(stem, first, last)));
    }

    private static boolean begins(String stem, Word first) {
        return first.stem().length() >= SHORTEST_PART && stem.startsWith(first.stem());
    }

    private static boolean ends(String stem, Word first, Word last) {
        int rest = stem.length() - first.stem().length() - last.stem().length();
        return last.stem().length() >= SHORTEST_PART
                && stem.endsWith(last.stem())
                && rest >= 0
                && rest <= LONGEST_JOINT;
    }
}
