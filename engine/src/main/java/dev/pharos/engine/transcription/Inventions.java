package dev.pharos.engine.transcription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Takes out what a Whisper model is known to invent: names of noises, words where nobody speaks,
/// and the same words over and over again.
final class Inventions {
    /// `[Music]`, `(applause)`, `♪ ♪`.
    private static final Pattern NOISE =
            Pattern.compile("[\\s.…]*(\\[[^]]*]|\\([^)]*\\)|\\*[^*]*\\*|[♪♫][^♪♫]*[♪♫]?)[\\s.…]*");

    /// Word times are no more exact than this.
    private static final long INEXACT_MS = 300;

    /// Nobody says the same so many times; a chorus has three lines alike at most.
    private static final int TIMES = 4;

    private static final int LONGEST_PHRASE = 12;

    private Inventions() {}

    /// @param segments in the time of the window, ordered
    static List<Segment> without(List<Segment> segments, SpeechWindow window) {
        var kept = new ArrayList<Segment>();
        for (Segment segment : segments) {
            boolean spoken =
                    window.spoken(
                            Math.max(0, segment.startMs() - INEXACT_MS),
                            segment.endMs() + INEXACT_MS);
            boolean words = !plain(segment.text()).isEmpty();
            if (spoken && words && !NOISE.matcher(segment.text()).matches()) {
                kept.add(unrepeated(segment));
            }
        }
        return unrepeated(kept);
    }

    /// Of segments that say the same many times in a row the first one.
    private static List<Segment> unrepeated(List<Segment> segments) {
        var kept = new ArrayList<Segment>();
        for (int from = 0; from < segments.size(); ) {
            int to = from + 1;
            while (to < segments.size() && same(segments.get(from), segments.get(to))) {
                to++;
            }
            kept.addAll(segments.subList(from, to - from >= TIMES ? from + 1 : to));
            from = to;
        }
        return kept;
    }

    private static boolean same(Segment a, Segment b) {
        return plain(a.text()).equals(plain(b.text()));
    }

    /// Without the rest of a segment in which a phrase follows itself many times.
    private static Segment unrepeated(Segment segment) {
        var words = segment.words().stream().map(word -> plain(word.text())).toList();
        for (int start = 0; start < words.size(); start++) {
            for (int length = 1; length <= LONGEST_PHRASE; length++) {
                if (times(words, start, length) >= TIMES) {
                    return segment.part(0, start + length);
                }
            }
        }
        return segment;
    }

    /// How often the phrase of `length` words at `start` follows itself.
    private static int times(List<String> words, int start, int length) {
        int times = 1;
        int at = start + length;
        while (at + length <= words.size()
                && words.subList(at, at + length).equals(words.subList(start, start + length))) {
            times++;
            at += length;
        }
        return times;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
