package dev.pharos.engine.transcription;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A stretch of speech, about a sentence: what one line of subtitles shows.
///
/// @param speaker a name, or a number as text where nobody has named the voice yet; null where
///   voices were not told apart
/// @param text as it is read, which need not be the words joined by blanks (Chinese has none)
/// @param words in order; may be empty where a transcript was imported without word times
public record Segment(
        long startMs, long endMs, @Nullable String speaker, String text, List<Word> words) {
    public Segment {
        words = List.copyOf(words);
        if (endMs < startMs) {
            throw new IllegalArgumentException("a segment from " + startMs + " to " + endMs);
        }
    }

    public Segment shifted(long ms) {
        return new Segment(
                startMs + ms,
                endMs + ms,
                speaker,
                text,
                words.stream().map(word -> word.shifted(ms)).toList());
    }

    /// The words from `from` to `to` (exclusive) as a segment of their own.
    Segment part(int from, int to) {
        var some = words.subList(from, to);
        int start = from == 0 ? 0 : offset(from);
        int end = to == words.size() ? text.length() : offset(to);
        return new Segment(
                from == 0 ? startMs : some.getFirst().startMs(),
                to == words.size() ? endMs : Math.max(startMs, some.getLast().endMs()),
                speaker,
                text.substring(start, end).strip(),
                some);
    }

    /// Where a word begins in the text, as far as it can be told.
    private int offset(int word) {
        int at = 0;
        for (Word each : words.subList(0, word)) {
            at = after(each, at);
        }
        int begin = text.indexOf(words.get(word).text(), at);
        return begin < 0 ? at : begin;
    }

    private int after(Word word, int from) {
        int at = text.indexOf(word.text(), from);
        return at < 0 ? from : at + word.text().length();
    }

    public Segment spokenBy(@Nullable String name) {
        return new Segment(startMs, endMs, name, text, words);
    }
}
