package dev.pharos.engine.answer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Numbers that a text writes in words: cardinals in English, German and Russian, from one word or
/// several (`two hundred and five`, `einundzwanzig`, `двадцать три`).
final class NumberWords {
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1_000;

    /// What stands behind `several` as often as behind `a`.
    private static final Set<String> ROUND = Set.of("hundred", "thousand", "тысяч", "тысячи");

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern JOINT =
            Pattern.compile("[-\\u00a0 ]| and | und ", Pattern.CASE_INSENSITIVE);

    private static final Map<Tongue, Map<String, Integer>> CARDINALS = new HashMap<>();

    static {
        cardinals(
                Tongue.ENGLISH,
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                        + " fifteen sixteen seventeen eighteen nineteen",
                "twenty thirty forty fifty sixty seventy eighty ninety",
                "hundred",
                "thousand");
        cardinals(
                Tongue.GERMAN,
                "null ein,eins,eine zwei,zwo,zweier drei,dreier vier fünf sechs sieben acht neun zehn elf"
                        + " zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
                "zwanzig dreißig,dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
                "hundert",
                "tausend");
        cardinals(
                Tongue.RUSSIAN,
                "ноль один,одна,одно два,две,двух,двум,двумя,двое,двоих три,трех,трем,тремя,трое,троих"
                        + " четыре,четырех,четырем,четырьмя,четверо пять,пяти,пятью шесть,шести,шестью"
                        + " семь,семи восемь,восьми,восемью девять,девяти,девятью десять,десяти,десятью"
                        + " одиннадцать,одиннадцати двенадцать,двенадцати тринадцать,тринадцати"
                        + " четырнадцать,четырнадцати пятнадцать,пятнадцати шестнадцать,шестнадцати"
                        + " семнадцать,семнадцати восемнадцать,восемнадцати девятнадцать,девятнадцати",
                "двадцать,двадцати тридцать,тридцати сорок,сорока пятьдесят,пятидесяти"
                        + " шестьдесят,шестидесяти семьдесят,семидесяти восемьдесят,восьмидесяти"
                        + " девяносто,девяноста",
                "сто,ста двести,двухсот триста,трехсот четыреста,четырехсот пятьсот,пятисот"
                        + " шестьсот,шестисот семьсот,семисот восемьсот,восьмисот девятьсот,девятисот",
                "тысяча,тысячи,тысяч");
    }

    /// What says a number without being its cardinal: ordinals, and words that are made with it.
    private static final Map<String, Pattern> OTHERS =
            Map.ofEntries(
                    others("1", "first|erste[nrms]?|перв(?!о(?:го)?нач)\\w+"),
                    others(
                            "2",
                            "seconds?|twice|both|pairs?|couples?|doubled?|twins?|duo|zwei\\w+|beide[nrms]?|paar"
                                    + "|doppelt\\w*|двух\\w+|двой\\w+|втор(?:ой|ая|ое|ого|ому|ым|ую|ые|ых)|об[ае]|обо?их"
                                    + "|пар(?:а|ы|у|ой)|дважды|вдвое"),
                    others(
                            "3",
                            "thirds?|thrice|triple|trio|drei\\w+|dritt\\w+|трех\\w+|трет\\w+|трижды|втрое"),
                    others("4", "fourth|quart\\w+|vier\\w+|четырех\\w+|четверт\\w+"),
                    others("5", "fifths?|fünf\\w+|пят(?:ый|ая|ое|ого|ому|ой|ую|ым|ом)|пяти\\w+"),
                    others("6", "sixths?|sechs\\w+|шест(?:ой|ая|ое|ого|ому|ую|ым|ом)|шести\\w+"),
                    others("7", "sevenths?|sieb\\w+|седьм\\w+|семи\\w+"),
                    others("8", "eighths?|acht\\w+|восьм\\w+"),
                    others("9", "ninths?|neun\\w+|девят\\w+"),
                    others("10", "tenths?|decades?|zehn\\w+|jahrzehnt\\w*|десят\\w+"),
                    others("11", "eleventh|elft\\w+|одиннадцат\\w+"),
                    others("12", "twelfth|dozens?|zwölf\\w+|dutzend\\w*|двенадцат\\w+|дюжин\\w+"),
                    others("13", "thirteenth|dreizehn\\w+|тринадцат\\w+"),
                    others("14", "fourteenth|vierzehn\\w+|четырнадцат\\w+"),
                    others("15", "fifteenth|fünfzehn\\w+|пятнадцат\\w+"),
                    others("16", "sixteenth|sechzehn\\w+|шестнадцат\\w+"),
                    others("17", "seventeenth|siebzehn\\w+|семнадцат\\w+"),
                    others("18", "eighteenth|achtzehn\\w+|восемнадцат\\w+"),
                    others("19", "nineteenth|neunzehn\\w+|девятнадцат\\w+"),
                    others("20", "twentieth|zwanzig\\w+|двадцат\\w+"),
                    others(
                            "100",
                            "hundreds|century|centuries|jahrhundert\\w*|hunderte?|сотн\\w+|столет\\w+"),
                    others("1000", "thousands|tausende?|тысяч\\w*"),
                    others("1000000", "millions?|millionen|миллион\\w*"));

    private static Map.Entry<String, Pattern> others(String value, String words) {
        return Map.entry(
                value, Pattern.compile("\\b(?:" + words + ")\\b", Pattern.UNICODE_CHARACTER_CLASS));
    }

    /// From the second on; in English behind an article, where they are no time and no fraction.
    private static final Map<Tongue, List<Pattern>> ORDINALS =
            Map.of(
                    Tongue.ENGLISH,
                    ordinals(
                            "(?<=\\bthe )",
                            "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
                            "\\b(?! of\\b)"),
                    Tongue.GERMAN,
                    ordinals(
                            "\\b",
                            "zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft",
                            "e[nrms]?\\b"),
                    Tongue.RUSSIAN,
                    ordinals(
                            "\\b",
                            "втор трет четв[её]рт пят шест седьм восьм девят десят одиннадцат двенадцат",
                            "(?:ый|ий|ой|ая|ья|ое|ье|ь?его|ого|ь?ему|ому|ую|ью|ым|ьим|ом|ьем|ьей)\\b"));

    private static List<Pattern> ordinals(String before, String stems, String ending) {
        return Stream.of(stems.split(" "))
                .map(stem ->
                        Pattern.compile(before + stem + ending, Pattern.UNICODE_CHARACTER_CLASS))
                .toList();
    }

    /// A number as it is written.
    ///
    /// @param end offset behind it
    record Found(String written, int value, int end) {}

    private NumberWords() {}

    private static void cardinals(
            Tongue tongue, String upToNineteen, String tens, String hundreds, String thousand) {
        var words = new HashMap<String, Integer>();
        add(words, upToNineteen, 0, 1);
        add(words, tens, 20, 10);
        add(words, hundreds, HUNDRED, HUNDRED);
        add(words, thousand, THOUSAND, 1);
        CARDINALS.put(tongue, words);
    }

    private static void add(Map<String, Integer> words, String list, int from, int step) {
        String[] each = list.split(" ");
        for (int i = 0; i < each.length; i++) {
            for (String form : each[i].split(",")) {
                words.put(form, from + i * step);
            }
        }
    }

    /// Every value that words of a text may have in any of the languages.
    static Set<String> all(String text) {
        var all = new HashSet<String>();
        for (var words : CARDINALS.values()) {
            found(text, words).forEach(number -> all.add(Integer.toString(number.value())));
        }
        String folded = folded(text);
        OTHERS.forEach((value, words) -> {
            if (words.matcher(folded).find()) {
                all.add(value);
            }
        });
        return all;
    }

    /// The numbers that a sentence surely states, in its own language: not one, which is an article
    /// or a pronoun as often, and no words with a capital letter within it, which name other
    /// things.
    static List<Found> claimed(String sentence) {
        var tongue = Tongue.of(sentence);
        var words = CARDINALS.get(tongue);
        if (words == null) {
            return List.of();
        }
        var claimed = new ArrayList<Found>();
        for (var number : found(sentence, words)) {
            boolean first = number.end() == number.written().length();
            if (number.value() > 1
                    && !ROUND.contains(folded(number.written()))
                    && (first || Character.isLowerCase(number.written().codePointAt(0)))) {
                claimed.add(number);
            }
        }
        var ordinals = ORDINALS.get(tongue);
        for (int i = 0; ordinals != null && i < ordinals.size(); i++) {
            var ordinal = ordinals.get(i).matcher(sentence);
            while (ordinal.find()) {
                claimed.add(new Found(ordinal.group(), i + 2, ordinal.end()));
            }
        }
        return claimed;
    }

    /// The numbers of a text in any of the languages, each where it ends: `two` in `two million`.
    static List<Found> scaled(String text) {
        return CARDINALS.values().stream().flatMap(words -> found(text, words).stream()).toList();
    }

    private static List<Found> found(String text, Map<String, Integer> words) {
        var found = new ArrayList<Found>();
        var matcher = WORD.matcher(text);
        int start = -1;
        int end = -1;
        int number = 0;
        while (matcher.find()) {
            Integer value = value(folded(matcher.group()), words);
            boolean joined =
                    start >= 0
                            && value != null
                            && JOINT.matcher(text.substring(end, matcher.start())).matches();
            if (value != null && joined && joins(number, value)) {
                number = joined(number, value);
            } else if (value != null) {
                flush(text, start, end, number, found);
                start = matcher.start();
                number = value;
            } else if (!joint(matcher.group())) {
                flush(text, start, end, number, found);
                start = -1;
            }
            end = value == null ? end : matcher.end();
        }
        flush(text, start, end, number, found);
        return found;
    }

    private static void flush(String text, int start, int end, int number, List<Found> into) {
        if (start >= 0) {
            into.add(new Found(text.substring(start, end), number, end));
        }
    }

    private static boolean joint(String word) {
        return word.equalsIgnoreCase("and") || word.equalsIgnoreCase("und");
    }

    private static boolean joins(int number, int next) {
        int rest = number % THOUSAND;
        return next == THOUSAND
                ? number < THOUSAND
                : next == HUNDRED && rest > 0 && rest < 10
                        || next < 10 && next > 0 && rest % HUNDRED >= 20 && rest % 10 == 0
                        || next < HUNDRED && rest % HUNDRED == 0 && number >= HUNDRED
                        || next < THOUSAND && number >= THOUSAND && rest == 0;
    }

    private static int joined(int number, int next) {
        if (next == THOUSAND) {
            return number * THOUSAND;
        }
        int rest = number % THOUSAND;
        return next == HUNDRED && rest > 0 ? number - rest + rest * HUNDRED : number + next;
    }

    /// The value of a word, which in German may be a whole number; or null.
    private static @Nullable Integer value(String word, Map<String, Integer> words) {
        Integer value = words.get(word);
        if (value != null || !words.containsKey("hundert")) {
            return value;
        }
        return german(word, words);
    }

    private static @Nullable Integer german(String word, Map<String, Integer> words) {
        int thousand = word.indexOf("tausend");
        if (thousand >= 0) {
            return parts(word, thousand, "tausend", THOUSAND, words);
        }
        int hundred = word.indexOf("hundert");
        if (hundred >= 0) {
            return parts(word, hundred, "hundert", HUNDRED, words);
        }
        int and = word.indexOf("und");
        Integer unit = and <= 0 ? null : words.get(word.substring(0, and));
        Integer tens = and <= 0 ? null : words.get(word.substring(and + "und".length()));
        return unit != null && tens != null && unit < 10 && tens >= 20
                ? Integer.valueOf(unit + tens)
                : words.get(word);
    }

    private static @Nullable Integer parts(
            String word, int at, String scale, int times, Map<String, Integer> words) {
        String rest = word.substring(at + scale.length()).replaceFirst("^und", "");
        Integer before = at == 0 ? Integer.valueOf(1) : german(word.substring(0, at), words);
        Integer after = rest.isEmpty() ? Integer.valueOf(0) : german(rest, words);
        return before == null || after == null ? null : Integer.valueOf(before * times + after);
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
