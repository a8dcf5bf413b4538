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

    public Segment spokenBy(@Nullable String name) {
        return new Segment(startMs, endMs, name, text, words);
    }
}
