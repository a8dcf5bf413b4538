package dev.pharos.engine.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class SpeechWindowsTest {
    /// 10 ms, so that figures are easy to read.
    private static final int FRAME = 160;

    private static final SpeechWindows.Settings SETTINGS =
            new SpeechWindows.Settings(0.5f, 0.35f, 100, 320, 200, 1_000, 30_000, 30_000);

    private final List<Float> sound = new ArrayList<>();

    private SpeechWindowsTest frames(int count, double probability) {
        for (int i = 0; i < count; i++) {
            sound.add((float) probability);
        }
        return this;
    }

    private SpeechWindowsTest seconds(double seconds, double probability) {
        return frames((int) Math.round(seconds * 100), probability);
    }

    private List<SpeechWindow> windows() {
        var windows = new SpeechWindows(FRAME, SETTINGS);
        var all = new ArrayList<SpeechWindow>();
        for (int i = 0; i < sound.size(); i++) {
            var samples = new float[FRAME];
            samples[0] = i;
            var window = windows.add(samples, sound.get(i));
            if (window != null) {
                all.add(window);
            }
        }
        var last = windows.end();
        if (last != null) {
            all.add(last);
        }
        return all;
    }

    /// The unbroken pieces of each window, as frames of the file.
    private List<String> pieces() {
        return windows().stream().map(SpeechWindowsTest::pieces).toList();
    }

    private static String pieces(SpeechWindow window) {
        var samples = window.samples();
        var pieces = new StringBuilder();
        int start = 0;
        for (int i = FRAME; i <= samples.length; i += FRAME) {
            if (i == samples.length || samples[i] != samples[i - FRAME] + 1) {
                pieces.append(pieces.isEmpty() ? "" : " ")
                        .append((int) samples[start])
                        .append('-')
                        .append((int) samples[i - FRAME] + 1);
                start = i;
            }
        }
        return pieces.toString();
    }

    @Test
    void aLittleIsKeptBeforeAndAfterSpeech() {
        seconds(5, 0).seconds(2, 0.9).seconds(5, 0);
        assertEquals(List.of("480-720"), pieces());
    }

    @Test
    void aShortSilenceIsKeptAndALongOneLeftOut() {
        seconds(1, 0.9).seconds(0.9, 0).seconds(1, 0.9).seconds(4, 0).seconds(1, 0.9);
        assertEquals(List.of("0-310 670-790"), pieces());
    }

    @Test
    void aVeryLongSilenceEndsAWindow() {
        seconds(1, 0.9).seconds(31, 0).seconds(1, 0.9);
        assertEquals(List.of("0-120", "3180-3300"), pieces());
    }

    @Test
    void aClickIsNoSpeech() {
        seconds(1, 0).frames(9, 0.9).seconds(1, 0);
        assertEquals(List.of(), pieces());
    }

    @Test
    void speechGoesOnBetweenOnsetAndOffset() {
        seconds(1, 0.4).seconds(1, 0.9).seconds(1, 0.4).seconds(1, 0.3);
        assertEquals(List.of("80-320"), pieces());
    }

    @Test
    void aFullWindowEndsInItsLastGoodPause() {
        seconds(18, 0.9).seconds(0.4, 0).seconds(9, 0.9).seconds(0.2, 0).seconds(20, 0.9);
        assertEquals(List.of("0-2750", "2750-4760"), pieces());
    }

    @Test
    void speechWithoutPauseIsCutWhereItIsLeastSpeechy() {
        seconds(27, 0.9).frames(1, 0.45).seconds(20, 0.9);
        assertEquals(List.of("0-2700", "2700-4701"), pieces());
    }

    @Test
    void speechMsAndSpansAreThoseOfTheFile() {
        seconds(40, 0).seconds(1, 0.9).seconds(5, 0).seconds(2, 0.9);
        var window = windows().getFirst();

        assertEquals(3_000, window.speechMs());
        assertEquals(
                List.of(new Diarizer.Span(40_000, 41_000), new Diarizer.Span(46_000, 48_000)),
                window.speech());
    }

    @Test
    void momentsAreMappedBackPieceByPiece() {
        seconds(40, 0).seconds(1, 0.9).seconds(5, 0).seconds(2, 0.9);
        var window = windows().getFirst();

        assertEquals(39_800, window.startMs());
        assertEquals(40_900, window.fileMs(1_100));
        assertEquals(45_800, window.fileMs(1_400));
        assertEquals(48_000, window.endMs());
    }

    @Test
    void wordsHeardAcrossLeftOutSilenceAreDrawnIntoTheirOwnPiece() {
        seconds(40, 0).seconds(1, 0.9).seconds(5, 0).seconds(2, 0.9);
        var words =
                List.of(
                        new Word("one.", 200, 1_200, 1),
                        new Word("Two", 1_200, 2_200, 1),
                        new Word("three.", 2_200, 3_200, 1));

        var placed =
                windows()
                        .getFirst()
                        .inFile(List.of(new Segment(0, 3_200, null, "one. Two three.", words)));

        assertEquals(
                List.of(
                        new Segment(
                                40_000,
                                41_000,
                                null,
                                "one.",
                                List.of(new Word("one.", 40_000, 41_000, 1))),
                        new Segment(
                                46_000,
                                48_000,
                                null,
                                "Two three.",
                                List.of(
                                        new Word("Two", 46_000, 47_000, 1),
                                        new Word("three.", 47_000, 48_000, 1)))),
                placed);
    }

    @Test
    void whateverTheSoundNoFrameIsTwiceInAWindowOrLostFromSpeech() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            seconds(random.nextDouble() * (random.nextInt(20) == 0 ? 50 : 3), random.nextFloat());
        }
        var seen = new boolean[sound.size()];
        for (var window : windows()) {
            var samples = window.samples();
            assertTrue(samples.length <= SpeechToText.LONGEST, "seed " + seed);
            for (int at = 0; at < samples.length; at += FRAME) {
                assertTrue(!seen[(int) samples[at]], "frame " + samples[at] + ", seed " + seed);
                seen[(int) samples[at]] = true;
            }
        }
        int loud = 0;
        for (int i = 0; i < seen.length; i++) {
            loud = sound.get(i) >= 0.5f ? loud + 1 : 0;
            assertTrue(loud < 10 || seen[i], "frame " + i + ", seed " + seed);
        }
    }
}
