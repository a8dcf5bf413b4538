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
    private static final int LONG = 6;
    private static final int ENDING = 3;

    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:['’][\\p{L}]+)?");

    /// Not behind the point of an initial or a title.
    private static final Pattern SENTENCE_START =
            Pattern.compile(
                    "(?:^|[!?…:\"“„«]|(?<!\\b\\p{Lu}|\\bDr|\\bMr|\\bMrs|\\bMs|\\bSt|\\bProf)\\.)"
                            + "\\s*[\"“„«'‘]*$");

    /// What a name does at the beginning of a sentence, where any word has a capital letter.
    private static final Pattern ACTS =
            Pattern.compile(
                    "(?:is|was|had|has|did|built|wrote|made|won|became|led|said|took|went|came|died|began"
                            + "|found|gave|got|held|kept|lost|saw|sold|sent|spoke|told|\\p{Lower}+ed"
                            + "|\\p{IsCyrillic}+(?:л|ла|лся|лась|ет|ит))");

    /// Endings of words that name nothing, were they first in a sentence.
    private static final Pattern COMMON =
            Pattern.compile(
                    ".*(?:ly|ing|ed|s|tion|sion|ment|ness|ity|ance|ence|ism|ship|hood|ость|ение|ание|ция|ство)");

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
        private final Set<String> names;
        private final String initials;
        private final Set<String> known;

        Ground(String text) {
            this(text, Set.of());
        }

        /// @param known names that stand in other texts too ([KnownNames])
        Ground(String text, Set<String> known) {
            this.known = known;
            numbers = Numerals.all(text);
            words =
                    WORD.matcher(text)
                            .results()
                            .map(match -> folded(match.group()))
                            .collect(Collectors.toSet());
            names =
                    WORD.matcher(text)
                            .results()
                            .filter(match -> capital(match.group()))
                            .map(match -> folded(match.group()))
                            .collect(Collectors.toSet());
            initials =
                    WORD.matcher(text)
                            .results()
                            .filter(match -> capital(match.group()))
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
                    || names.stream().anyMatch(word -> related(word, name));
        }

        /// Whether a word is one like others here: it stands in lower case.
        private boolean common(String folded) {
            return words.stream()
                    .filter(word -> !names.contains(word))
                    .anyMatch(word -> word.equals(folded) || related(word, folded));
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
        return of(sentence, true, ground).stream()
                .filter(fact -> !ground.has(fact))
                .map(Fact::written)
                .toList();
    }

    /// The numbers of a sentence, and its names where `names` says that they can be compared.
    ///
    /// @param ground tells which words are no names
    static List<Fact> of(String sentence, boolean names, Ground ground) {
        var facts = new ArrayList<Fact>();
        Numerals.claimed(sentence)
                .forEach((written, values) -> facts.add(new Fact(written, values, true)));
        if (names) {
            facts.addAll(names(sentence, ground));
        }
        return facts;
    }

    private static List<Fact> names(String sentence, Ground ground) {
        boolean german = Tongue.of(sentence) == Tongue.GERMAN;
        var names = new ArrayList<Fact>();
        var seen = new HashSet<String>();
        var words = WORD.matcher(sentence);
        boolean afterName = false;
        int end = -1;
        while (words.find()) {
            String word = words.group();
            boolean capital = capital(word);
            boolean start = startsSentence(sentence, words.start());
            boolean acronym = ACRONYM.matcher(word).matches();
            boolean beside = afterName && sentence.substring(end, words.start()).isBlank();
            String folded = folded(word);
            boolean told =
                    start
                            ? !german && acts(word, sentence.substring(words.end()), ground)
                            : beside || !german;
            boolean name = acronym || capital && (told || ground.known.contains(folded));
            if (name && mayName(folded) && Numerals.roman(word).isEmpty() && seen.add(folded)) {
                names.add(new Fact(word, Set.of(folded), false));
            }
            afterName = capital && !Tongue.small(folded);
            end = words.end();
        }
        return names;
    }

    /// Whether the first word of a sentence is surely a name: it does something, is not written as
    /// other words are, and does not end as they do.
    private static boolean acts(String word, String rest, Ground ground) {
        var next = WORD.matcher(rest);
        String folded = folded(word);
        return next.find()
                && next.start() == 1
                && ACTS.matcher(next.group()).matches()
                && !COMMON.matcher(folded).matches()
                && !Tongue.small(folded)
                && !ground.common(folded);
    }

    static boolean mayName(String folded) {
        return folded.length() > 1 && !NO_NAMES.contains(folded) && !Tongue.small(folded);
    }

    static boolean startsSentence(String text, int at) {
        return SENTENCE_START.matcher(text.substring(Math.max(0, at - 20), at)).find()
                && (at <= 20 || !text.substring(at - 20, at).isBlank());
    }

    static boolean capital(String word) {
        return Character.isUpperCase(word.codePointAt(0));
    }

    /// Whether two words may be forms of one: they begin the same and differ in their ending.
    static boolean related(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int longer = Math.max(one.length(), other.length());
        int same = Math.max(SHORT, shorter < LONG ? shorter - 1 : shorter - 2);
        if (script(one) == Character.UnicodeScript.CYRILLIC) {
            same = Math.max(SHORT - 1, shorter - 2);
        }
        return longer - shorter <= ENDING
                && same <= shorter
                && one.regionMatches(0, other, 0, same);
    }

    private static Character.UnicodeScript script(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0));
    }

    /// Without case and accents, as names are compared.
    public static String folded(String word) {
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
