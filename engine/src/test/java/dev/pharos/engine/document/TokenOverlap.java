package dev.pharos.engine.document;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How much of a reference text's words another text has, counted with repetition; an ideograph is
/// a word.
///
/// @param recall share of the reference's words that are found, 0 to 1
/// @param precision share of the found words that the reference has
record TokenOverlap(double recall, double precision) {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

    static TokenOverlap of(String reference, String found) {
        var wanted = tokens(reference);
        var have = tokens(found);
        int common = 0;
        for (var entry : wanted.entrySet()) {
            common += Math.min(entry.getValue(), have.getOrDefault(entry.getKey(), 0));
        }
        return new TokenOverlap(ratio(common, wanted), ratio(common, have));
    }

    private static double ratio(int common, Map<String, Integer> all) {
        int sum = all.values().stream().mapToInt(Integer::intValue).sum();
        return sum == 0 ? 1 : common / (double) sum;
    }

    private static Map<String, Integer> tokens(String text) {
        var counts = new HashMap<String, Integer>();
        var matcher =
                TOKEN.matcher(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            counts.merge(matcher.group(), 1, Integer::sum);
        }
        return counts;
    }
}
