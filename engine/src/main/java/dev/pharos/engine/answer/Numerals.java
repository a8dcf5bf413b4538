package dev.pharos.engine.answer;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The values of the numbers in a text, however they are written.
final class Numerals {
    private static final Pattern DIGITS =
            Pattern.compile(
                    "\\p{Nd}{1,15}(?:[.,'’\\u00a0\\u202f\\u2009 ]\\p{Nd}{3}(?!\\p{Nd}))*(?:[.,٫]\\p{Nd}{1,9})?");
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:[.,'’\\u00a0\\u202f\\u2009 ]\\d{3})+");
    private static final Pattern ROMAN =
            Pattern.compile(
                    "(?=[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+");
    private static final int NEXT_WORD = 16;

    private static final Map<String, BigDecimal> SCALES = new HashMap<>();
    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        scale("1000", "thousand", "tausend", "тысяч", "тыс");
        scale("1000000", "million", "millionen", "млн", "миллион");
        scale("1000000000", "billion", "milliarde", "milliarden", "млрд", "миллиард");
        words(
                0,
                "zero null ноль",
                "one first ein eins eine erste один первый",
                "two second twice zwei zweite два второй",
                "three third drei dritte три третий",
                "four fourth vier vierte четыре четвёртый",
                "five fifth fünf fünfte пять пятый",
                "six sixth sechs sechste шесть шестой",
                "seven seventh sieben siebte семь седьмой",
                "eight eighth acht achte восемь восьмой",
                "nine ninth neun neunte девять девятый",
                "ten tenth zehn zehnte десять десятый",
                "eleven eleventh elf elfte одиннадцать",
                "twelve twelfth zwölf zwölfte двенадцать",
                "thirteen thirteenth dreizehn тринадцать",
                "fourteen fourteenth vierzehn четырнадцать",
                "fifteen fifteenth fünfzehn пятнадцать",
                "sixteen sixteenth sechzehn шестнадцать",
                "seventeen seventeenth siebzehn семнадцать",
                "eighteen eighteenth achtzehn восемнадцать",
                "nineteen nineteenth neunzehn девятнадцать",
                "twenty twentieth zwanzig двадцать");
        tens(
                "thirty dreißig тридцать",
                "forty vierzig сорок",
                "fifty fünfzig пятьдесят",
                "sixty sechzig шестьдесят",
                "seventy siebzig семьдесят",
                "eighty achtzig восемьдесят",
                "ninety neunzig девяносто",
                "hundred hundert сто");
        WORDS.put("thousand", "1000");
        WORDS.put("tausend", "1000");
        WORDS.put("тысяча", "1000");
        WORDS.put("million", "1000000");
        WORDS.put("миллион", "1000000");
    }

    private Numerals() {}

    private static void scale(String value, String... names) {
        for (String name : names) {
            SCALES.put(name, new BigDecimal(value));
        }
    }

    private static void words(int from, String... names) {
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ")) {
                WORDS.put(name, Integer.toString(from + i));
            }
        }
    }

    private static void tens(String... names) {
        for (int i = 0; i < names.length; i++) {
            for (String name : names[i].split(" ")) {
                WORDS.put(name, Integer.toString(30 + 10 * i));
            }
        }
    }

    /// The numbers that a sentence states in digits or Roman, as it writes them, with the values
    /// that each may have.
    static Map<String, Set<String>> claimed(String sentence) {
        var claimed = new LinkedHashMap<String, Set<String>>();
        var digits = DIGITS.matcher(sentence);
        while (digits.find()) {
            var values = values(digits.group());
            var scaled = scaled(sentence, digits.end(), values);
            claimed.put(digits.group(), scaled.isEmpty() ? values : scaled);
        }
        var words = WORD.matcher(sentence);
        while (words.find()) {
            roman(words.group()).ifPresent(value -> claimed.put(words.group(), Set.of(value)));
        }
        return claimed;
    }

    /// Every value that is written in a text in any way.
    static Set<String> all(String text) {
        var all = new HashSet<String>();
        var digits = DIGITS.matcher(text);
        while (digits.find()) {
            var values = values(digits.group());
            for (String part : ascii(digits.group()).split("\\D+")) {
                values.add(Facts.canonical(part));
            }
            all.addAll(values);
            all.addAll(scaled(text, digits.end(), values));
        }
        var words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            roman(word).ifPresent(all::add);
            String value = WORDS.get(word.toLowerCase(Locale.ROOT));
            if (value != null) {
                all.add(value);
                all.addAll(scaled(text, words.end(), Set.of(value)));
            }
        }
        return all;
    }

    /// `1.234` may be a thousand and more, or one and a bit.
    private static Set<String> values(String written) {
        String ascii = ascii(written);
        var values = new HashSet<String>();
        if (GROUPED.matcher(ascii).matches()) {
            values.add(Facts.canonical(ascii.replaceAll("\\D", "")));
        }
        int point = Math.max(ascii.lastIndexOf('.'), ascii.lastIndexOf(','));
        boolean grouped = ascii.chars().filter(c -> !Character.isDigit(c)).count() > 1;
        if (point > 0 && !(grouped && !values.isEmpty())) {
            String whole = ascii.substring(0, point).replaceAll("\\D", "");
            values.add(Facts.canonical(whole + "." + ascii.substring(point + 1)));
        } else if (values.isEmpty()) {
            values.add(Facts.canonical(ascii.replaceAll("\\D", "")));
        }
        return values;
    }

    private static String ascii(String digits) {
        var ascii = new StringBuilder();
        digits.codePoints()
                .forEach(c -> {
                    if (Character.isDigit(c)) {
                        ascii.append(Character.digit(c, 10));
                    } else {
                        ascii.appendCodePoint(c == '٫' ? ',' : c);
                    }
                });
        return ascii.toString();
    }

    /// What `2` is before `million`; nothing where no such word follows.
    private static Set<String> scaled(String text, int end, Set<String> values) {
        var next = WORD.matcher(text.substring(end, Math.min(text.length(), end + NEXT_WORD)));
        if (!next.find() || next.start() > 1) {
            return Set.of();
        }
        String word = next.group().toLowerCase(Locale.ROOT);
        var scale =
                SCALES.entrySet().stream()
                        .filter(each -> word.startsWith(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        return scale.map(times ->
                        values.stream()
                                .map(value -> new BigDecimal(value).multiply(times))
                                .map(value -> Facts.canonical(value.toPlainString()))
                                .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /// The value of a Roman number of two letters or more.
    static Optional<String> roman(String word) {
        if (!ROMAN.matcher(word).matches()) {
            return Optional.empty();
        }
        int value = 0;
        int before = 0;
        for (int i = word.length() - 1; i >= 0; i--) {
            int digit =
                    switch (word.charAt(i)) {
                        case 'I' -> 1;
                        case 'V' -> 5;
                        case 'X' -> 10;
                        case 'L' -> 50;
                        case 'C' -> 100;
                        case 'D' -> 500;
                        default -> 1000;
                    };
            value += digit < before ? -digit : digit;
            before = Math.max(before, digit);
        }
        return Optional.of(Integer.toString(value));
    }
}
