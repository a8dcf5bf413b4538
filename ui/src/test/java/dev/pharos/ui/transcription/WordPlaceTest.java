package dev.pharos.ui.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.transcription.Word;

import org.junit.jupiter.api.Test;

import java.util.List;

final class WordPlaceTest {
    private static final Segment FIRST =
            new Segment(
                    1_000,
                    2_000,
                    null,
                    "The lamp",
                    List.of(
                            new Word("The", 1_000, 1_300, 0.9f),
                            new Word("lamp", 1_400, 2_000, 0.2f)));
    private static final Segment SECOND = new Segment(5_000, 6_000, null, "burns", List.of());
    private static final Transcript TALK =
            new Transcript("en", 7_000, "", "", List.of(FIRST, SECOND), true);

    @Test
    void beforeTheFirstWordNothingIsHeard() {
        assertNull(WordPlace.at(TALK, 999));
    }

    @Test
    void aWordIsHeardFromItsFirstMoment() {
        assertEquals(new WordPlace(0, 1), WordPlace.at(TALK, 1_400));
    }

    @Test
    void inAPauseNoWordIsHeard() {
        assertEquals(new WordPlace(0, -1), WordPlace.at(TALK, 4_000));
    }

    @Test
    void aSegmentWithoutWordTimesIsHeardAsAWhole() {
        assertEquals(new WordPlace(1, -1), WordPlace.at(TALK, 5_500));
    }

    @Test
    void doubtfulIsWhatTheRecogniserWasNotSureOf() {
        assertEquals(List.of(new WordPlace(0, 1)), WordPlace.doubtful(TALK));
    }

    @Test
    void aWordThatTheTextDoesNotShowMovesNoOther() {
        var segment =
                new Segment(
                        0,
                        9,
                        null,
                        "one three",
                        List.of(
                                new Word("one", 0, 3, 1),
                                new Word("two", 3, 6, 1),
                                new Word("three", 6, 9, 1)));
        var ranges = WordRanges.of(segment);
        assertEquals(4, ranges.of(2).start());
        assertEquals(2, ranges.at(5));
    }
}
