package dev.pharos.engine.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Recorder.Recorded;
import dev.pharos.engine.recording.Recorder.State;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

final class RecorderTest extends RecorderFixture {
    @Test
    void whatWasHeardIsInTheFileSampleForSample() throws Exception {
        record();
        var noise = Tones.noise(0, 3 * RATE + 1);
        microphone.say(noise);
        var recorded = recorder.stop();
        assertArrayEquals(noise, Tones.read(recorded.file()));
        assertEquals(new Recorded(recorded.file(), now, 3000, List.of(), true, ""), recorded);
        assertTrue(microphone.closed());
    }

    @Test
    void pausesAreLeftOut() throws Exception {
        record();
        microphone.say(Tones.noise(0, 1000));
        recorder.pause();
        microphone.say(Tones.noise(1000, 5000));
        assertEquals(new State(125, true, 0, 0, 0, null), recorder.state());
        recorder.resume();
        microphone.say(Tones.noise(6000, 500));
        var expected = Arrays.copyOf(Tones.noise(0, 1000), 1500);
        System.arraycopy(Tones.noise(6000, 500), 0, expected, 1000, 500);
        assertArrayEquals(expected, Tones.read(recorder.stop().file()));
    }

    @Test
    void markersAreInTheResultAndTravelWithTheFile() throws Exception {
        record();
        microphone.say(Tones.noise(0, RATE));
        recorder.mark();
        microphone.say(Tones.noise(0, RATE / 2));
        recorder.mark();
        var recorded = recorder.stop();
        assertEquals(List.of(1000L, 1500L), recorded.markersMs());
        assertEquals(List.of(RATE, RATE * 3 / 2), cues(recorded.file()));
    }

    /// The sample positions of the `cue ` chunk, found by walking the chunks as any reader would.
    private static List<Integer> cues(Path file) throws IOException {
        var wav = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(wav.capacity() - 8, wav.getInt(4));
        for (int at = 12; at < wav.capacity(); at += 8 + wav.getInt(at + 4)) {
            if (wav.getInt(at) == 0x20657563) {
                int first = at + 12;
                return IntStream.range(0, wav.getInt(at + 8))
                        .mapToObj(i -> wav.getInt(first + 24 * i + 20))
                        .toList();
            }
        }
        return List.of();
    }

    @Test
    void theLevelIsThePeakOfTheLastTenthOfASecond() throws Exception {
        record();
        microphone.say((short) -32_768);
        microphone.say(new short[RATE / 10 - 1]);
        assertEquals(1, level());
        microphone.say((short) 16_384);
        assertEquals(0.5, level());
    }

    private double level() {
        var state = recorder.state();
        return state == null ? -1 : state.level();
    }

    @Test
    void aFlickerOfTheLastBitIsSilence() throws Exception {
        record();
        var flicker = new short[4 * RATE];
        for (int i = 0; i < flicker.length; i++) {
            flicker[i] = (short) (200 + i % 2);
        }
        microphone.say(Tones.noise(0, RATE));
        microphone.say(flicker);
        // The first of its pieces of 50 ms still shares the level's window with the noise.
        assertEquals(3950, silentMs());
        microphone.say(Tones.noise(0, 10));
        assertEquals(0, silentMs());
    }

    @Test
    void anInputThatDeliversNothingAtAllIsSilent() throws Exception {
        record();
        microphone.say(Tones.noise(0, RATE));
        awake = awake.plusSeconds(4);
        assertEquals(4000, silentMs());
    }

    private long silentMs() {
        var state = recorder.state();
        return state == null ? -1 : state.silentMs();
    }

    @Test
    void unpluggingEndsItWithWhatThereIs() throws Exception {
        record();
        microphone.say(Tones.noise(0, RATE + 3));
        microphone.unplug();
        assertEquals(new Problem.MicrophoneGone(), ended());
        var recorded = recorder.stop();
        assertArrayEquals(Tones.noise(0, RATE + 3), Tones.read(recorded.file()));
        assertFalse(recorded.complete());
    }

    @Test
    void sleepEndsItWithWhatThereIs() throws Exception {
        record();
        microphone.say(Tones.noise(0, RATE));
        awake = awake.plusSeconds(3600);
        microphone.say(Tones.noise(RATE, 10));
        assertEquals(new Problem.ComputerSlept(), ended());
        assertArrayEquals(
                Tones.noise(0, RATE), Arrays.copyOf(Tones.read(recorder.stop().file()), RATE));
    }

    @Test
    void aClockThatIsSetForwardEndsNothing() throws Exception {
        record();
        microphone.say(Tones.noise(0, RATE));
        now = now.plusSeconds(3600);
        microphone.say(Tones.noise(RATE, RATE));
        var recorded = recorder.stop();
        assertTrue(recorded.complete());
        assertArrayEquals(Tones.noise(0, 2 * RATE), Tones.read(recorded.file()));
    }

    @Test
    void aFullDiskEndsItWithWhatThereIs() throws Exception {
        var disk = Configuration.unix().toBuilder().setMaxSize((9 << 20) + 500_000).build();
        try (var small = Jimfs.newFileSystem(disk)) {
            folder = small.getPath("/recordings");
            record();
            long said = 0;
            while (ended() == null) {
                microphone.say(Tones.noise(said, RATE));
                said += RATE;
            }
            assertEquals(Problem.DiskFull.class, ended().getClass());
            var samples = Tones.read(recorder.stop().file());
            assertTrue(samples.length >= 500_000 / 2, samples.length + " samples");
            assertArrayEquals(Tones.noise(0, samples.length), samples);
        }
    }

    @Test
    void nothingStartsWithoutRoomForAMinute() throws Exception {
        var disk = Configuration.unix().toBuilder().setMaxSize((8 << 20) + 900_000).build();
        try (var small = Jimfs.newFileSystem(disk)) {
            folder = small.getPath("/recordings");
            var error = assertThrows(ProblemException.class, this::record);
            assertEquals(new Problem.DiskFull(folder), error.problem());
            assertTrue(microphone.closed());
        }
    }

    private @Nullable Problem ended() {
        var state = recorder.state();
        return state == null ? null : state.ended();
    }

    @Test
    void twoAtOnceAreRefused() throws Exception {
        record();
        assertThrows(IllegalStateException.class, () -> recorder.start(null));
    }

    @Test
    void withoutARecordingThereIsNothingToAskFor() {
        assertNull(recorder.state());
        assertEquals(List.of(), recorder.unfinished());
        assertThrows(IllegalStateException.class, recorder::stop);
    }

    @Test
    void aRecordingOfNothingIsNoFile() throws Exception {
        record();
        var error = assertThrows(ProblemException.class, recorder::stop);
        assertEquals(Problem.EmptyFile.class, error.problem().getClass());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }
}
