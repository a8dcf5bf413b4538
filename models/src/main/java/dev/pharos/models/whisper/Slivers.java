package dev.pharos.models.whisper;

import dev.pharos.engine.transcription.Word;

import java.util.ArrayList;
import java.util.List;

/// Gives words that came out shorter than the model can tell their part of the time around them:
/// what is free up to the next word, else a share, by letters, of a neighbour's. No word overlaps
/// another, and none moves beyond its neighbours.
final class Slivers {

    /// A step of the model's sense of time.
    private static final long STEP_MS = 20;

    /// A long letter; no more of a pause is taken.
    private static final long LETTER_MS = 80;

    private Slivers() {}

    /// @param words in order, none overlapping
    /// @param endMs of all
    static List<Word> widened(List<Word> words, long endMs) {
        var wide = new ArrayList<>(words);
        for (int i = wide.size() - 1; i >= 0; i--) {
            var word = wide.get(i);
            long free = i + 1 < wide.size() ? wide.get(i + 1).startMs() : endMs;
            if (length(word) >= STEP_MS) {
                continue;
            }
            if (free - word.startMs() >= STEP_MS) {
                long end = Math.min(free, word.startMs() + LETTER_MS * word.text().length());
                wide.set(i, timed(word, word.startMs(), end));
            } else if (i + 1 < wide.size()) {
                share(wide, i);
            } else {
                widenBack(wide, i);
            }
        }
        return wide;
    }

    /// Lets the last word begin earlier, in the pause before it or in its neighbour's time.
    private static void widenBack(List<Word> words, int last) {
        var word = words.get(last);
        long before = last == 0 ? word.startMs() : words.get(last - 1).endMs();
        if (word.endMs() - before >= STEP_MS) {
            long start = word.endMs() - LETTER_MS * word.text().length();
            words.set(last, timed(word, Math.max(before, start), word.endMs()));
        } else {
            share(words, last - 1);
        }
    }

    /// Divides the time of two words that follow each other.
    private static void share(List<Word> words, int first) {
        if (first < 0) {
            return;
        }
        var one = words.get(first);
        var two = words.get(first + 1);
        long all = two.endMs() - one.startMs();
        long letters = one.text().length() + two.text().length();
        long seam = one.startMs() + all * one.text().length() / letters;
        words.set(first, timed(one, one.startMs(), seam));
        words.set(first + 1, timed(two, seam, two.endMs()));
    }

    private static long length(Word word) {
        return word.endMs() - word.startMs();
    }

    private static Word timed(Word word, long startMs, long endMs) {
        return new Word(word.text(), startMs, endMs, word.confidence());
    }
}
