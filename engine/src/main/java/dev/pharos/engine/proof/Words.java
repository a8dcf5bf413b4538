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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tells the words of a text that say something.
final class Words {
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’]\\p{L}+)?");

    private static final String SENTENCE_ENDS = ".!?…:«„“\"";
    private static final int SHORTEST_PART = 4;
    private static final int SHORTEST_HEAD = 5;
    private static final String JOINT = "(?<=\\p{L}{4})(?:e?s|e?n|er|e)$";

    private Words() {}

    /// All that may prove one.
    static List<Word> all(String text, Wording wording) {
        var written = WORD.matcher(text).results().map(MatchResult::group).toList();
        return Stream.concat(written.stream(), joined(written, wording))
                .map(word -> word(word, false, wording))
                .toList();
    }

    /// German verbs with what is parted from them: `nahmen … teil`.
    private static Stream<String> joined(List<String> written, Wording wording) {
        var parted = wording.groups("particles").getFirst();
        return parted.isEmpty()
                ? Stream.empty()
                : written.stream()
                        .filter(parted::contains)
                        .flatMap(particle ->
                                written.stream()
                                        .takeWhile(word -> word != particle)
                                        .filter(word -> Character.isLowerCase(word.charAt(0)))
                                        .map(word -> {
                                            var root = wording.root(Facts.folded(word));
                                            return particle + (root == null ? word : root);
                                        }));
    }

    /// Without the small words, and those of which nothing depends; numbers stand elsewhere.
    static List<Word> of(String text, Wording wording) {
        var numbers = Wording.words(String.join(" ", Numerals.claimed(text).keySet()));
        var words = new ArrayList<Word>();
        var found = WORD.matcher(text);
        while (found.find()) {
            String written = found.group();
            String folded = Facts.folded(written);
            boolean start = begins(text, found.start());
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

    /// Whether a sentence begins there.
    private static boolean begins(String text, int at) {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before < 0 || SENTENCE_ENDS.indexOf(text.charAt(before)) >= 0;
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
            String plain =
                    folded.replaceAll(
                            "^((?:ab|an|auf|aus|ein|vor|zu|um)?)(?:ge|zu)(?=\\w{4})", "$1");
            forms.add(plain);
            forms.add(plain.replaceAll("(?<=[dt])et(?:e|en)?$", "en"));
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
        String whole = word.folded();
        boolean head =
                stem.length() >= SHORTEST_HEAD
                        && others.stream()
                                .anyMatch(other ->
                                        other.stem().length() > stem.length()
                                                && other.stem().endsWith(stem));
        return head
                || IntStream.rangeClosed(SHORTEST_PART, whole.length() - SHORTEST_PART)
                        .anyMatch(at -> made(whole.substring(0, at), whole.substring(at), others));
    }

    /// Whether one word begins as the first part does, and another is the second, or ends so.
    private static boolean made(String first, String second, List<Word> others) {
        return others.stream()
                .filter(one -> Word.derived(first.replaceFirst(JOINT, ""), one.folded()))
                .anyMatch(one ->
                        others.stream()
                                .filter(other -> other != one)
                                .anyMatch(other ->
                                        Word.derived(second, other.folded())
                                                || other.folded()
                                                        .matches(
                                                                ".+"
                                                                        + second
                                                                        + "(?:e[nrs]?|n|s)?")));
    }
}
