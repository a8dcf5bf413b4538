package dev.pharos.engine.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Word;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

final class SpokenTextTest {

    /// Words of 100 ms each from `start` on.
    private static Segment segment(long start, @Nullable String speaker, String text) {
        var words = new ArrayList<Word>();
        for (String word : text.split("\\s+")) {
            words.add(
                    new Word(
                            word,
                            start + 100L * words.size(),
                            start + 100L * words.size() + 100,
                            1));
        }
        return new Segment(start, start + 100L * words.size(), speaker, text, words);
    }

    private static SpokenText of(Segment... segments) {
        return SpokenText.of(
                new Transcript("en", 60_000, "tiny", "CPU", Arrays.asList(segments), true));
    }

    private static List<Long> time(SpokenText spoken, String words) {
        int start = spoken.text().indexOf(words);
        var place =
                spoken.timed(new Place(null, null, 1, null, null, start, start + words.length()));
        return Arrays.asList(place.startMs(), place.endMs());
    }

    @Test
    void aParagraphEndsWithTheVoiceAndWithALongPause() {
        assertEquals(
                "One two. Three.\n\nFour.\n\nFive.",
                of(
                                segment(0, null, "One two."),
                                segment(1_000, null, "Three."),
                                segment(4_000, null, "Four."),
                                segment(4_500, "1", "Five."))
                        .text());
    }

    @Test
    void aLongParagraphEndsAtASegment() {
        var hundred = "word ".repeat(24).strip() + ".";
        var segments = new Segment[12];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = segment(3_000L * i, null, hundred);
        }
        assertEquals(3, of(segments).text().split("\n\n").length);
    }

    @Test
    void aVoiceIsNamedOnlyOnceItHasAName() {
        assertEquals(
                "Hello.\n\nAnna: Hello you.\n\nFine.",
                of(
                                segment(0, "1", "Hello."),
                                segment(1_000, "Anna", "Hello you."),
                                segment(2_000, "2", "Fine."))
                        .text());
    }

    @Test
    void aPlaceHasTheTimeOfExactlyItsWords() {
        var spoken = of(segment(0, "Anna", "One two. One\nthree."), segment(9_000, null, "Two."));

        assertEquals(List.of(0L, 200L), time(spoken, "Anna: One two."));
        assertEquals(List.of(200L, 400L), time(spoken, "One three."));
        assertEquals(List.of(9_000L, 9_100L), time(spoken, "Two."));
    }

    @Test
    void withoutWordTimesASegmentIsTheLeastThatCanBeTold() {
        var spoken = of(new Segment(500, 900, null, "No words here.", List.of()));
        assertEquals(List.of(500L, 900L), time(spoken, "words"));
    }

    @Test
    void chineseSentencesStandSideBySide() {
        assertEquals("你好。再见。", of(segment(0, null, "你好。"), segment(300, null, "再见。")).text());
    }

    @Test
    void whatADatabaseCannotKeepIsLeftOut() {
        assertEquals(
                "a b � c", of(new Segment(0, 1, null, "\u0000a\r\nb \ud800 c", List.of())).text());
    }
}
