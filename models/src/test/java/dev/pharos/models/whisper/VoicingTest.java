package dev.pharos.models.whisper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

final class VoicingTest {

    /// Voice and quiet in turns.
    private static Voicing heard(int... turnsMs) {
        var loudness = new float[Arrays.stream(turnsMs).sum() / Voicing.FRAME_MS];
        int frame = 0;
        for (int turn = 0; turn < turnsMs.length; turn++) {
            int end = frame + turnsMs[turn] / Voicing.FRAME_MS;
            Arrays.fill(loudness, frame, end, turn % 2 == 0 ? 1 : 0);
            frame = end;
        }
        return new Voicing(loudness, 0.1f);
    }

    @Test
    void aWordBeginsBehindTheLongestPauseBeforeIt() {
        assertEquals(700, heard(100, 120, 80, 400, 300).onset(0, 1_000));
    }

    @Test
    void quietBehindAWordIsNotThePauseBeforeIt() {
        assertEquals(300, heard(100, 200, 300, 500).onset(0, 1_100));
        assertEquals(0, heard(300, 500).onset(0, 800));
    }

    @Test
    void aWordOfWhichNothingIsHeardYetBeginsWhereItsStretchEnds() {
        assertEquals(600, heard(30, 570, 200).onset(0, 600));
    }
}
