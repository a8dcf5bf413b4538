package dev.pharos.engine.transcription;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Transcripts for tests.
final class Talks {

    private Talks() {}

    /// Words of equal length that follow each other through all of the segment.
    static Segment said(long startMs, long endMs, String text) {
        var words = new ArrayList<Word>();
        var texts = text.split("\\s+");
        long each = (endMs - startMs) / texts.length;
        for (int i = 0; i < texts.length; i++) {
            long start = startMs + i * each;
            words.add(new Word(texts[i], start, start + each, 0.25f));
        }
        return new Segment(startMs, endMs, null, text, words);
    }

    static Transcript of(Segment... segments) {
        long end = segments.length == 0 ? 0 : segments[segments.length - 1].endMs();
        return new Transcript("en", end, "", "", List.of(segments), true);
    }

    /// Anything that people may say, write and paste, with times that do not overlap.
    static Transcript random(Random random) {
        var segments = new Segment[random.nextInt(6)];
        long ms = random.nextLong(500_000_000);
        for (int i = 0; i < segments.length; i++) {
            segments[i] = segment(random, ms);
            ms = segments[i].endMs() + random.nextInt(3) * 700L;
        }
        return of(segments);
    }

    private static Segment segment(Random random, long startMs) {
        var words = new ArrayList<Word>();
        var text = new StringBuilder();
        long ms = startMs + random.nextInt(2) * 10L;
        for (int i = random.nextInt(6); i > 0; i--) {
            var word = WORDS.get(random.nextInt(WORDS.size()));
            long end = ms + random.nextLong(1, 900);
            words.add(new Word(word, ms, end, 1));
            text.append(word).append(i == 1 ? "" : BLANKS.get(random.nextInt(BLANKS.size())));
            ms = end + random.nextInt(2) * 50L;
        }
        var speaker = random.nextBoolean() ? null : SPEAKERS.get(random.nextInt(SPEAKERS.size()));
        return new Segment(startMs, ms + 1, speaker, text.toString(), words);
    }

    private static final List<String> WORDS =
            Arrays.asList(
                    ("lamp -- --> <v Bob> </v> <i>it</i> & &amp; &lt; a<b <00:00:01.000> 12 NOTE STYLE "
                                    + "WEBVTT 00:00:01,000 naïve мир 你好 😀 \" ' [x] {\\an8} 1:05 ->")
                            .split(" "));
    private static final List<String> BLANKS = List.of(" ", " ", "\n", "  ", "\n\n");
    private static final List<String> SPEAKERS = List.of("Anna", "0", "A > B & <C>", "Ёж: и");
}
