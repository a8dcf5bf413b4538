package dev.pharos.engine.transcription;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.pharos.engine.transcription.WordPieces.Piece;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class WordPiecesTest {
    /// Two pieces of 2 s, each with 1.6 s of speech.
    private static final List<Piece> PIECES =
            List.of(new Piece(0, 2_000, 1_600), new Piece(2_000, 4_000, 1_600));

    /// Words of 400 ms from `start` on.
    private static List<Word> words(long start, String... texts) {
        var words = new ArrayList<Word>();
        for (String text : texts) {
            long at = start + 400L * words.size();
            words.add(new Word(text, at, at + 400, 1));
        }
        return words;
    }

    @Test
    void wordsWithTrueTimesStayWhereTheyAre() {
        assertArrayEquals(
                new int[] {0, 0, 0, 0, 1, 1, 1, 1},
                WordPieces.of(
                        words(400, "here", "comes", "that", "ship", "from", "far", "away", "now"),
                        PIECES));
    }

    @Test
    void aSentenceHeardTooEarlyGoesWhereItsSpeechIs() {
        assertArrayEquals(
                new int[] {0, 0, 0, 0, 1, 1, 1, 1},
                WordPieces.of(
                        words(0, "One", "two", "three", "four.", "Five", "six", "seven", "eight."),
                        List.of(new Piece(0, 2_900, 1_600), new Piece(2_900, 4_500, 1_600))));
    }

    @Test
    void aWordJustBeyondASeamGoesBackToItsSentence() {
        assertArrayEquals(
                new int[] {0, 0, 0, 1, 1, 1, 1},
                WordPieces.of(
                        words(400, "That", "was", "it.", "We", "sail", "at", "noon."),
                        List.of(new Piece(0, 2_000, 1_300), new Piece(2_000, 4_000, 1_500))));
    }

    @Test
    void aPieceInWhichNothingWasUnderstoodStaysEmpty() {
        var pieces =
                List.of(
                        PIECES.getFirst(),
                        new Piece(2_000, 2_200, 100),
                        new Piece(2_200, 4_200, 1_600));
        assertArrayEquals(
                new int[] {0, 0, 2, 2},
                WordPieces.of(
                        List.of(
                                new Word("Good", 200, 900, 1),
                                new Word("morning.", 900, 1_900, 1),
                                new Word("Good", 2_400, 3_000, 1),
                                new Word("evening.", 3_000, 4_100, 1)),
                        pieces));
    }

    @Test
    void withoutWordsThereIsNothingToPlace() {
        assertArrayEquals(new int[0], WordPieces.of(List.of(), PIECES));
    }
}
