package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Where words are: in the text that they make, and in time where only that of all is known.
final class WordTimes {
    private static final String IDEOGRAPHIC = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\u30FC";
    private static final String UNSPACED =
            IDEOGRAPHIC + "\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}";

    /// In scripts that are written without blanks each character stands for itself.
    private static final Pattern WORD =
            Pattern.compile("[" + UNSPACED + "][\\p{M}\\p{P}]*|[^\\s" + UNSPACED + "]+");

    private static final Pattern IDEOGRAPHIC_END = Pattern.compile("[" + IDEOGRAPHIC + "]\\p{P}*$");
    private static final Pattern IDEOGRAPHIC_START =
            Pattern.compile("^\\p{P}*[" + IDEOGRAPHIC + "]");

    private WordTimes() {}

    static List<String> split(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).toList();
    }

    /// Gives words that are spoken one after another their parts of a stretch of time, by length.
    static List<Word> shared(List<String> words, long startMs, long endMs, float confidence) {
        long all = Math.max(1, words.stream().mapToLong(String::length).sum());
        var shared = new ArrayList<Word>();
        long before = 0;
        for (var word : words) {
            long from = startMs + (endMs - startMs) * before / all;
            before += word.length();
            shared.add(
                    new Word(word, from, startMs + (endMs - startMs) * before / all, confidence));
        }
        return shared;
    }

    /// Where each word begins in the text, or null where the text is not made of these words.
    static int @Nullable [] places(String text, List<Word> words) {
        var places = new int[words.size()];
        int at = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = text.indexOf(words.get(i).text(), at);
            if (places[i] < 0) {
                return null;
            }
            at = places[i] + words.get(i).text().length();
        }
        return places;
    }

    /// One text after another, with a blank between them unless both sides are Chinese or Japanese.
    static String joined(String first, String second) {
        boolean blank =
                !first.isEmpty()
                        && !second.isEmpty()
                        && !(IDEOGRAPHIC_END.matcher(first).find()
                                && IDEOGRAPHIC_START.matcher(second).find());
        return blank ? first + " " + second : first + second;
    }
}
