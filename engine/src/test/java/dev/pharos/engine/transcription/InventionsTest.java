package dev.pharos.engine.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

final class InventionsTest {
    /// Speech from 0 to 10 s, silence to 20 s.
    private static final SpeechWindow WINDOW = window();

    private static SpeechWindow window() {
        var frames = new ArrayList<SpeechWindow.Frame>();
        for (int i = 0; i < 200; i++) {
            frames.add(new SpeechWindow.Frame(i, 0.9f, i < 100, new float[1_600]));
        }
        return new SpeechWindow(frames);
    }

    private static Segment segment(long start, String text) {
        var words = new ArrayList<Word>();
        for (String word : text.split(" ")) {
            words.add(new Word(word, start, start + 10, 1));
        }
        return new Segment(start, start + 1_000, null, text, words);
    }

    private static List<String> kept(Segment... segments) {
        return Inventions.without(Arrays.asList(segments), WINDOW).stream()
                .map(Segment::text)
                .toList();
    }

    @Test
    void wordsWhereNobodySpeaksAreDropped() {
        assertEquals(
                List.of("Good morning."),
                kept(
                        segment(1_000, "Good morning."),
                        segment(15_000, "Thank you for watching!"),
                        segment(25_000, "Bye.")));
    }

    @Test
    void namesOfNoisesAreNoWords() {
        assertEquals(
                List.of("He said [sic] so."),
                kept(
                        segment(0, "[BLANK_AUDIO]"),
                        segment(0, "(upbeat music)"),
                        segment(0, "♪ ♪"),
                        segment(0, "*sighs*"),
                        segment(0, "He said [sic] so.")));
    }

    @Test
    void aSegmentManyTimesInARowIsSaidOnce() {
        var loop = segment(0, "I think so.");
        assertEquals(
                List.of("Well.", "I think so.", "Yes."),
                kept(segment(0, "Well."), loop, loop, loop, loop, loop, segment(0, "Yes.")));
    }

    @Test
    void aChorusStays() {
        var line = segment(0, "Row, row, row your boat");
        assertEquals(3, kept(line, line, line).size());
    }

    @Test
    void aPhraseThatFollowsItselfManyTimesIsSaidOnce() {
        assertEquals(
                List.of("So I went to the sea,"),
                kept(
                        segment(
                                0,
                                "So I went to the sea, to the sea, to the sea, to the sea, to the")));
    }
}
