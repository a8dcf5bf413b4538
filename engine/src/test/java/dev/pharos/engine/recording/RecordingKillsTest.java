package dev.pharos.engine.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.recording.RecordingKills.Kill;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Random;

class RecordingKillsTest {

    @TempDir private Path folder;

    @RepeatedTest(3)
    void aKilledRecordingIsRecoveredAtMostTwoSecondsShort() throws Exception {
        long seed = System.nanoTime();
        var kill =
                RecordingKills.kill(
                        folder, new Random(seed).nextLong(300, 2_500), RecordingChild.PATIENT);
        assertTrue(kill.lostMs() <= 2_000, () -> kill + ", seed " + seed);
        assertEquals(new Kill(kill.heardMs(), kill.lostMs(), true, true, true), kill);
    }
}
