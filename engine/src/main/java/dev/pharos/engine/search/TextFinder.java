package dev.pharos.engine.search;

import dev.pharos.engine.work.Progress;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds words in a text as they are written there, in its order. Accents do not count, as in the
/// search of the library; neither does the way in which words are kept apart, so that what a line
/// break divides is found too. Blocks where a text is long; safe for use by several threads.
public final class TextFinder {
    private static final int STEP = 1 << 16;
    private static final String APART = "[\\s\\u00A0\\u00AD]+";

    private TextFinder() {}

    /// What is looked for.
    ///
    /// @param wholeWords not within other words
    public record Wanted(String words, boolean matchCase, boolean wholeWords) {}

    /// @param most how many are enough
    /// @return in order, none within another
    public static List<Hit.Range> find(String text, Wanted wanted, int most, Progress progress) {
        if (wanted.words().isBlank()) {
            return List.of();
        }
        var matcher = pattern(wanted).matcher(plain(text, progress));
        var found = new ArrayList<Hit.Range>();
        while (found.size() < most && matcher.find()) {
            found.add(new Hit.Range(matcher.start(), matcher.end()));
            progress.checkpoint();
        }
        return found;
    }

    private static Pattern pattern(Wanted wanted) {
        String words =
                Arrays.stream(plain(wanted.words(), Progress.NONE).strip().split(APART))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(APART));
        return Pattern.compile(
                wanted.wholeWords()
                        ? "(?<![\\p{L}\\p{N}_])" + words + "(?![\\p{L}\\p{N}_])"
                        : words,
                wanted.matchCase() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Of the same length, each letter without its accent.
    private static String plain(String text, Progress progress) {
        var plain = text.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = Letters.PLAIN[plain[i]];
            if (i % STEP == 0) {
                progress.checkpoint();
            }
        }
        return new String(plain);
    }

    /// Made when something is looked for, for the first time.
    private static final class Letters {
        static final char[] PLAIN = new char[Character.MAX_VALUE + 1];

        static {
            for (int i = 0; i < PLAIN.length; i++) {
                PLAIN[i] = plain((char) i);
            }
        }

        /// A `й` is a letter of its own, while `ё` is often written as `е`.
        private static char plain(char letter) {
            if (letter == 'й' || letter == 'Й' || !Character.isLetter(letter)) {
                return letter;
            }
            String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
            return parts.length() > 1
                            && Character.getType(parts.charAt(1)) == Character.NON_SPACING_MARK
                    ? parts.charAt(0)
                    : letter;
        }
    }
}
