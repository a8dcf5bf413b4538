package dev.pharos.engine.answer;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The numbers and names of a sentence, to be looked for in the words that shall prove it. Meant to
/// let every true sentence pass: a number may be written in another way (digits of any script,
/// thousands set apart, a comma for the point, a small one as a word, Roman), a name in another
/// case or with another ending; where names cannot be told from other words or be compared across
/// languages, they are passed over.
public final class Facts {
    private static final int SHORT = 4;
    private static final int ENDING = 3;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?");
    private static final Pattern SENTENCE_START =
            Pattern.compile("(?:^|[.!?…:;\"“”„«»(\\[—–|•*-])\\s*[\"“”„«»'‘(\\[]*$");
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,}s?");

    /// Words that are written with a capital letter and name nothing.
    private static final Set<String> NO_NAMES =
            Set.of(
                    "i",
                    "mr",
                    "mrs",
                    "ms",
                    "dr",
                    "prof",
                    "st",
                    "january",
                    "february",
                    "march",
                    "april",
                    "may",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "ad",
                    "bc",
                    "ce",
                    "bce",
                    "usa",
                    "us",
                    "uk",
                    "eu",
                    "ok",
                    "pdf",
                    "вы",
                    "вас",
                    "вам",
                    "ваш");

    /// A number or a name as a sentence writes it.
    ///
    /// @param forms the values that a number may have, in digits; or the one name, folded
    record Fact(String written, Set<String> forms, boolean number) {}

    /// What stands in a text, ready to be compared.
    static final class Ground {
        private final Set<String> numbers;
        private final Set<String> words;
        private final String initials;

        Ground(String text) {
            numbers = Numerals.all(text);
            words =
                    WORD.matcher(text)
                            .results()
                            .map(match -> folded(match.group()))
                            .collect(Collectors.toSet());
            initials =
                    WORD.matcher(text)
                            .results()
                            .filter(match -> Character.isUpperCase(match.group().codePointAt(0)))
                            .map(match -> folded(match.group()).substring(0, 1))
                            .collect(Collectors.joining());
        }

        boolean has(Fact fact) {
            if (fact.number()) {
                return fact.forms().stream().anyMatch(numbers::contains);
            }
            String name = fact.forms().iterator().next();
            boolean acronym = ACRONYM.matcher(fact.written()).matches();
            return words.contains(name)
                    || acronym && initials.contains(name)
                    || words.stream().anyMatch(word -> related(word, name));
        }

        /// Whether names of the writing that this name has stand here at all.
        boolean sameScript(Fact name) {
            var script = script(name.forms().iterator().next());
            return words.stream().anyMatch(word -> script(word) == script);
        }
    }

    private Facts() {}

    /// The numbers and names of a sentence that a text does not have, as the sentence writes them.
    public static List<String> missing(String sentence, String text) {
        var ground = new Ground(text);
        return of(sentence, true).stream()
                .filter(fact -> !ground.has(fact))
                .map(Fact::written)
                .toList();
    }

    /// The numbers of a sentence, and its names where `names` says that they can be compared.
    static List<Fact> of(String sentence, boolean names) {
        var facts = new ArrayList<Fact>();
        Numerals.claimed(sentence)
                .forEach((written, values) -> facts.add(new Fact(written, values, true)));
        if (names) {
            facts.addAll(names(sentence));
        }
        return facts;
    }

    private static List<Fact> names(String sentence) {
        boolean german = Tongue.of(sentence) == Tongue.GERMAN;
        var names = new ArrayList<Fact>();
        var seen = new HashSet<String>();
        var words = WORD.matcher(sentence);
        boolean afterName = false;
        int end = -1;
        while (words.find()) {
            String word = words.group();
            boolean capital = Character.isUpperCase(word.codePointAt(0));
            boolean start = SENTENCE_START.matcher(sentence.substring(0, words.start())).find();
            boolean acronym = ACRONYM.matcher(word).matches();
            boolean beside = afterName && sentence.substring(end, words.start()).isBlank();
            boolean name = acronym || capital && !start && (!german || beside);
            String folded = folded(word);
            if (name
                    && folded.length() > 1
                    && !NO_NAMES.contains(folded)
                    && Numerals.roman(word).isEmpty()
                    && seen.add(folded)) {
                names.add(new Fact(word, Set.of(folded), false));
            }
            afterName = capital;
            end = words.end();
        }
        return names;
    }

    /// Whether two words may be forms of one: they begin the same and differ in their ending.
    private static boolean related(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORT) {
            return shorter == SHORT - 1
                    && Math.max(one.length(), other.length()) <= shorter + 2
                    && one.regionMatches(0, other, 0, shorter);
        }
        int same = Math.max(SHORT - 1, shorter - ENDING);
        return one.regionMatches(0, other, 0, same);
    }

    private static Character.UnicodeScript script(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0));
    }

    private static String folded(String word) {
        String base = word.replaceAll("['’].*$", "");
        return Normalizer.normalize(base.isEmpty() ? word : base, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ё", "е");
    }

    /// Takes zeros off the end, so that equal values are written the same.
    static String canonical(String digits) {
        return new BigDecimal(digits).stripTrailingZeros().toPlainString();
    }
}
