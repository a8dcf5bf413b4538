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
public final class Numerals {
    private static final Pattern DIGITS =
            Pattern.compile(
                    "\\p{Nd}{1,15}(?:[.,'’\\u00a0\\u202f\\u2009 ]\\p{Nd}{3}(?!\\p{Nd}))*(?:[.,٫]\\p{Nd}{1,9})?");
    private static final Pattern GROUPED =
            Pattern.compile("\\d{1,3}(?:[.,'’\\u00a0\\u202f\\u2009 ]\\d{3})+");
    private static final Pattern ROMAN =
            Pattern.compile(
                    "(?=[IVXLCDM]{2})M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})");
    private static final Set<String> ABBREVIATIONS = Set.of("XL", "XXL", "CV", "MIX", "MI", "DI");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+");
    private static final int NEXT_WORD = 16;

    private static final Map<String, BigDecimal> SCALES = new HashMap<>();

    static {
        scale("1000", "thousand", "tausend", "тысяч", "тыс");
        scale("1000000", "million", "millionen", "млн", "миллион");
        scale("1000000000", "billion", "milliarde", "milliarden", "млрд", "миллиард");
    }

    private Numerals() {}

    private static void scale(String value, String... names) {
        for (String name : names) {
            SCALES.put(name, new BigDecimal(value));
        }
    }

    /// The numbers that a sentence states in digits, in words or Roman, as it writes them, with the
    /// values that each may have.
    public static Map<String, Set<String>> claimed(String sentence) {
        var claimed = new LinkedHashMap<String, Set<String>>();
        var digits = DIGITS.matcher(sentence);
        while (digits.find()) {
            var values = values(digits.group());
            var scaled = scaled(sentence, digits.end(), values);
            claimed.put(digits.group(), scaled.isEmpty() ? values : scaled);
        }
        for (var number : NumberWords.claimed(sentence)) {
            var value = Set.of(Integer.toString(number.value()));
            var scaled = scaled(sentence, number.end(), value);
            claimed.put(number.written(), scaled.isEmpty() ? value : scaled);
        }
        var words = WORD.matcher(sentence);
        while (words.find()) {
            roman(words.group()).ifPresent(value -> claimed.put(words.group(), Set.of(value)));
        }
        return claimed;
    }

    /// Every value that is written in a text in any way.
    public static Set<String> all(String text) {
        var all = new HashSet<String>();
        var digits = DIGITS.matcher(text);
        while (digits.find()) {
            var values = values(digits.group());
            if (dated(text, digits.start(), digits.end())) {
                for (String part : ascii(digits.group()).split("\\D+")) {
                    values.add(Facts.canonical(part));
                }
            }
            all.addAll(values);
            all.addAll(scaled(text, digits.end(), values));
        }
        var words = WORD.matcher(text);
        while (words.find()) {
            roman(words.group()).ifPresent(all::add);
        }
        NumberWords.scaled(text)
                .forEach(number ->
                        all.addAll(
                                scaled(
                                        text,
                                        number.end(),
                                        Set.of(Integer.toString(number.value())))));
        all.addAll(NumberWords.all(text));
        return all;
    }

    /// Whether it is a piece of a date as `12.03.2019`, whose parts are numbers of their own.
    private static boolean dated(String text, int start, int end) {
        return end + 1 < text.length()
                        && text.charAt(end) == '.'
                        && Character.isDigit(text.charAt(end + 1))
                || start > 1
                        && text.charAt(start - 1) == '.'
                        && Character.isDigit(text.charAt(start - 2));
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
                        .filter(each -> !word.startsWith("тысячелет"))
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

    /// The value of a Roman number of two letters or more, as centuries and kings have them: what
    /// is made of the letters for many alone is an abbreviation, as in Washington DC.
    static Optional<String> roman(String word) {
        if (!ROMAN.matcher(word).matches()
                || !word.matches(".*[IVX].*")
                || ABBREVIATIONS.contains(word)) {
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
