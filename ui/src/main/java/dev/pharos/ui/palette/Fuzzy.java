package dev.pharos.ui.palette;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// How well a few letters fit a name: whole words fit best, at the beginning of words better than
/// within, and letters in their order still fit where they stand close together or begin words. In
/// the manner of fzf's scoring, which the palettes of editors have made a habit.
final class Fuzzy {
    static final int NONE = -1;

    private static final int WHOLE = 1_000;
    private static final int AT_START = 400;
    private static final int AT_WORD = 250;
    private static final int LETTER = 16;
    private static final int NEXT = 24;
    private static final int WORD_LETTER = 30;
    private static final int LONGEST_GAP = 14;

    /// So many letters of a word may be missing between two that were typed.
    private static final int LEFT_OUT = 2;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Fuzzy() {}

    /// Lower case, without accents: what both sides of a comparison have to be.
    static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /// @param words all of which have to fit, folded
    /// @param text folded
    /// @return the higher the better, or [#NONE]
    static int score(String[] words, String text) {
        int sum = 0;
        for (String word : words) {
            int score = score(word, text);
            if (score == NONE) {
                return NONE;
            }
            sum += score;
        }
        return sum - Math.min(text.length(), 100);
    }

    private static int score(String word, String text) {
        int at = text.indexOf(word);
        if (at == 0) {
            return WHOLE + AT_START;
        }
        for (int next = at; next > 0; next = text.indexOf(word, next + 1)) {
            if (begins(text, next)) {
                return WHOLE + AT_WORD;
            }
        }
        return at > 0 ? WHOLE : letters(word, text);
    }

    private static boolean begins(String text, int index) {
        return index == 0 || !Character.isLetterOrDigit(text.charAt(index - 1));
    }

    /// The letters in their order, each where a word begins if the rest still fits behind it.
    private static int letters(String word, String text) {
        int score = 0;
        int before = -1;
        for (int i = 0; i < word.length(); i++) {
            int at = text.indexOf(word.charAt(i), before + 1);
            if (at < 0) {
                return NONE;
            }
            if (at != before + 1 && !begins(text, at)) {
                int better = atWord(word, i, text, at + 1);
                if (better < 0 && !close(text, before, at)) {
                    return NONE;
                }
                at = better < 0 ? at : better;
            }
            int gap = at - before - 1;
            score += LETTER + (begins(text, at) ? WORD_LETTER : 0);
            score += gap == 0 && i > 0 ? NEXT : -Math.min(gap, LONGEST_GAP);
            before = at;
        }
        return Math.max(0, score);
    }

    /// Whether only a few letters of one word lie between two places.
    private static boolean close(String text, int before, int at) {
        return before >= 0
                && at - before - 1 <= LEFT_OUT
                && text.substring(before, at).chars().allMatch(Character::isLetterOrDigit);
    }

    /// The next beginning of a word with letter `i`, if the letters after it follow somewhere.
    private static int atWord(String word, int i, String text, int from) {
        int at = text.indexOf(word.charAt(i), from);
        while (at >= 0 && !begins(text, at)) {
            at = text.indexOf(word.charAt(i), at + 1);
        }
        return at >= 0 && follow(word, i + 1, text, at + 1) ? at : -1;
    }

    private static boolean follow(String word, int i, String text, int from) {
        int at = from;
        for (int k = i; k < word.length(); k++) {
            at = text.indexOf(word.charAt(k), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }
}
