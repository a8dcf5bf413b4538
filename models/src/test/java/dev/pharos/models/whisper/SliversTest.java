package dev.pharos.models.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.transcription.Word;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

final class SliversTest {

    private static Word word(String text, long startMs, long endMs) {
        return new Word(text, startMs, endMs, 1);
    }

    private static String widened(long endMs, Word... words) {
        return Slivers.widened(List.of(words), endMs).stream()
                .map(word -> word.text() + " " + word.startMs() + "-" + word.endMs())
                .collect(Collectors.joining(", "));
    }

    @Test
    void aWordWithoutLengthGetsThePauseBehindItButNoMoreThanItCanFill() {
        assertEquals(
                "We 100-150, go 150-300, now 500-740",
                widened(9_000, word("We", 100, 100), word("go", 150, 300), word("now", 500, 500)));
    }

    @Test
    void whereThereIsNoPauseItSharesTheTimeOfItsNeighbour() {
        assertEquals(
                "We 100-200, must 200-400, stop 400-600, it. 600-700",
                widened(
                        700,
                        word("We", 100, 100),
                        word("must", 100, 400),
                        word("stop", 400, 600),
                        word("it.", 600, 700)));
        assertEquals(
                "stop 400-571, it. 571-700",
                widened(700, word("stop", 400, 700), word("it.", 700, 700)));
    }

    @Test
    void theLastWordTakesOfThePauseBeforeItWhatItCanFill() {
        assertEquals(
                "stop 400-600, it. 9760-10000",
                widened(10_000, word("stop", 400, 600), word("it.", 9_990, 10_000)));
    }

    @Test
    void wordsOfTrueLengthStayAsTheyAre() {
        assertEquals(
                "We 100-120, go 300-320", widened(900, word("We", 100, 120), word("go", 300, 320)));
    }
}
