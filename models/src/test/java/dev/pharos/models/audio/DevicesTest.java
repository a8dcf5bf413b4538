package dev.pharos.models.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.recording.Player.State;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.TargetDataLine;

/// Playing and capturing through the devices of `asound.conf`, which are files.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevicesTest {

    private static final Path PLAYED = Path.of("target/played.raw");
    private static final Path SPOKEN = Path.of("target/spoken.raw");

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path cache;

    @TempDir private static Path folder;

    private FfmpegAudioDecoder decoder;
    private Path sweep;
    private Path twentyMinutes;

    @BeforeAll
    void makeSound() throws Exception {
        decoder = new FfmpegAudioDecoder(cache);
        sweep = sound("sweep.mp3", "aevalsrc=sin(2*PI*(200+20*t)*t)*(0.3+0.3*sin(9*t)):d=20");
        twentyMinutes = sound("long.mp3", "sine=d=1200");
        Sounds.make(
                decoder.program(),
                SPOKEN.toAbsolutePath(),
                "-i",
                sweep.toString(),
                "-ac",
                "1",
                "-ar",
                "16000",
                "-f",
                "s16le");
    }

    @BeforeEach
    void needsDevices() {
        Assumptions.assumeTrue(
                AudioSystem.getMixerInfo().length > 0,
                "javax.sound finds no device: libasound2 and its configuration are not installed");
    }

    @AfterAll
    void close() {
        decoder.close();
    }

    /// In MP3 of variable bit rate.
    private Path sound(String name, String source) throws Exception {
        return Sounds.make(
                decoder.program(), folder.resolve(name), "-f", "lavfi", "-i", source, "-q:a", "4");
    }

    /// What came out of the output, mono at the decoder's rate.
    private float[] played() throws Exception {
        var wav =
                Sounds.make(
                        decoder.program(),
                        folder.resolve("played.wav"),
                        "-f",
                        "s16le",
                        "-ar",
                        "48000",
                        "-ac",
                        "2",
                        "-i",
                        PLAYED.toAbsolutePath().toString());
        return Sounds.decoded(decoder, wav);
    }

    private static State end(FfmpegPlayer player) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (player.state().playing() && System.nanoTime() < limit) {
            Thread.onSpinWait();
        }
        return player.state();
    }

    private State play(long startMs, long endMs, double speed) throws Exception {
        Files.deleteIfExists(PLAYED);
        try (var player = new FfmpegPlayer(decoder)) {
            player.play(sweep, sweep, startMs, endMs, speed);
            return end(player);
        }
    }

    @Test
    void aPlaceInTheMiddleOfAVariableBitRateFileIsPlayedExactly() throws Exception {
        play(7_300, 12_300, 1);
        var whole = Sounds.decoded(decoder, sweep);
        var expected = Arrays.copyOfRange(whole, 7_300 * 16, 12_300 * 16);
        assertTrue(Sounds.correlation(expected, played(), 160) > 0.99);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.75, 1.25, 2, 3})
    void speedChangesTheTimeOfPlayingOnly(double speed) throws Exception {
        var state = play(1_000, 7_000, speed);
        assertEquals(6 / speed, played().length / 16_000.0, 0.15);
        assertEquals(7_000, state.positionMs(), 250);
    }

    @Test
    void theEndOfTheFileIsSaid() throws Exception {
        var state = play(19_000, Long.MAX_VALUE, 1);
        assertTrue(state.ended());
        assertFalse(state.playing());
        assertEquals(20_000, state.positionMs(), 100);
    }

    @Test
    void pausingKeepsThePosition() throws Exception {
        try (var player = new FfmpegPlayer(decoder)) {
            player.play(twentyMinutes, twentyMinutes, 60_000, Long.MAX_VALUE, 1);
            while (player.state().positionMs() < 70_000) {
                Thread.onSpinWait();
            }
            player.pause();
            var paused = player.state();
            assertFalse(paused.playing());
            assertFalse(paused.ended());
            assertTrue(paused.positionMs() >= 70_000 && paused.positionMs() < 1_200_000);
            assertEquals(paused, player.state());
        }
    }

    @Test
    void playingSomethingElseEndsWhatPlayed() throws Exception {
        var others = ProcessHandle.current().children().toList();
        try (var player = new FfmpegPlayer(decoder)) {
            player.play(twentyMinutes, twentyMinutes, 0, Long.MAX_VALUE, 1);
            var before =
                    ProcessHandle.current()
                            .children()
                            .filter(each -> !others.contains(each))
                            .toList();
            player.play(sweep, sweep, 0, 500, 1);
            for (var child : before) {
                child.onExit().get(5, TimeUnit.MINUTES);
            }
            assertTrue(end(player).ended());
            assertEquals(500, player.state().positionMs(), 60);
        }
    }

    @Test
    void theMicrophoneGivesWhatIsSpoken() throws Exception {
        var microphone = new JavaSoundMicrophone();
        var input = microphone.inputs().getFirst().id();
        try (var capture = microphone.open(input)) {
            var heard = samples(capture, 5 * capture.rate());
            var spoken =
                    Arrays.copyOf(
                            Sounds.decoded(decoder, sweep), heard.length * 16_000 / capture.rate());
            assertEquals(16_000, capture.rate());
            assertTrue(Sounds.correlation(spoken, heard) > 0.99);
        }
    }

    private static float[] samples(Microphone.Capture capture, int wanted) {
        var heard = new float[wanted];
        var part = new short[1000];
        for (int count = 0; count < wanted; ) {
            int n = capture.read(part);
            assertTrue(n >= 0);
            for (int i = 0; i < n && count < wanted; i++) {
                heard[count++] = part[i] / 32768f;
            }
        }
        return heard;
    }

    @Test
    void anUnknownMicrophoneIsNone() {
        var microphone = new JavaSoundMicrophone();
        var problem = assertThrows(ProblemException.class, () -> microphone.open("of nobody"));
        assertEquals(new Problem.NoMicrophone(), problem.problem());
    }

    @Test
    void aClosedMicrophoneIsGone() throws Exception {
        var capture = new JavaSoundMicrophone().open(null);
        capture.close();
        assertEquals(-1, capture.read(new short[100]));
    }

    /// As a line does whose sound server has ended.
    @Test
    void aLineThatPromisesSamplesAndGivesNoneIsGone() {
        var line =
                (TargetDataLine)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {TargetDataLine.class},
                                (_, method, _) ->
                                        switch (method.getName()) {
                                            case "isOpen" -> true;
                                            case "available" -> 3_200;
                                            default -> 0;
                                        });
        var capture = new JavaSoundMicrophone.Listening(line);
        int count = 0;
        while (count == 0) {
            count = capture.read(new short[1_600]);
        }
        assertEquals(-1, count);
    }

    @Test
    void aMachineWithoutDevicesSaysSo() throws Exception {
        var builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutDevices.class.getName(),
                        cache.toString(),
                        sweep.toString());
        builder.environment().put("ALSA_CONFIG_PATH", "/dev/null");
        builder.redirectErrorStream(true);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes());
        assertTrue(said.contains("inputs []"), said);
        assertTrue(said.contains("NoMicrophone[]"), said);
        assertTrue(said.contains("NoSoundOutput[detail="), said);
    }

    /// Runs in a JVM of its own, whose environment has no device.
    static final class WithoutDevices {

        private WithoutDevices() {}

        static void main(String[] arguments) {
            var microphone = new JavaSoundMicrophone();
            System.out.println("inputs " + microphone.inputs());
            System.out.println(
                    assertThrows(ProblemException.class, () -> microphone.open(null)).problem());
            var file = Path.of(arguments[1]);
            var player = new FfmpegPlayer(new FfmpegAudioDecoder(Path.of(arguments[0])));
            System.out.println(
                    assertThrows(
                                    ProblemException.class,
                                    () -> player.play(file, file, 0, Long.MAX_VALUE, 1))
                            .problem());
        }
    }
}
