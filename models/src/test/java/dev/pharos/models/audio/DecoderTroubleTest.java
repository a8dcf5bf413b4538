package dev.pharos.models.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.AudioStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// What becomes of damaged, foreign and hostile files, and of a decoder that is ended from outside.
final class DecoderTroubleTest extends FfmpegFixture {
    @Test
    void aVideoWithoutSoundSaysSo() throws Exception {
        var file =
                Sounds.make(
                        ffmpeg,
                        folder.resolve("mute.mp4"),
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=d=1:s=64x64");
        assertEquals(new Problem.NoSound(file), problemOf(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wav", "mp3", "aac", "ogg", "opus", "flac", "webm", "avi", "wma"})
    void halfAFileGivesWhatIsThereAndSaysSo(String format) throws Exception {
        var bytes = Files.readAllBytes(made("whole." + format));
        var half = Files.write(folder.resolve("half." + format), part(bytes, bytes.length / 2));
        assertTrue(Sounds.decoded(decoder, half).length > AudioDecoder.RATE);
        assertFalse(complete(half));
    }

    @Test
    void anMp4WithoutItsIndexIsDamaged() throws Exception {
        var bytes = Files.readAllBytes(made("whole.m4a"));
        var half = Files.write(folder.resolve("half.m4a"), part(bytes, bytes.length / 2));
        assertEquals(new Problem.DamagedFile(half), problemOf(half));
    }

    @Test
    void aStreamedMp4ThatIsCutGivesWhatIsThere() throws Exception {
        var bytes = Files.readAllBytes(made("fast.m4a", "-movflags", "+faststart"));
        var half = Files.write(folder.resolve("fast-half.m4a"), part(bytes, bytes.length / 2));
        assertTrue(Sounds.decoded(decoder, half).length > AudioDecoder.RATE);
        assertFalse(complete(half));
    }

    private static byte[] part(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    @Test
    void aFileWithoutBytesIsEmpty() throws IOException {
        var file = Files.createFile(folder.resolve("empty.mp3"));
        assertEquals(new Problem.EmptyFile(file), problemOf(file));
    }

    @Test
    void aFileThatIsNotThereIsMissing() {
        var file = folder.resolve("nothing.mp3");
        assertEquals(new Problem.FileMissing(file), problemOf(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "wav", "m4a", "ogg", "flac", "webm", "wma"})
    void noiseNamedAsSoundIsDamaged(String format) throws IOException {
        var noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        var file = Files.write(folder.resolve("noise." + format), noise);
        assertEquals(new Problem.DamagedFile(file), problemOf(file));
    }

    @Test
    void aTextIsNoSound() throws IOException {
        var file = Files.writeString(folder.resolve("notes.txt"), "Monday: nothing.\n".repeat(50));
        assertFalse(decoder.looksLikeSound(file, file));
        assertEquals(new Problem.UnsupportedFormat(file, "text/plain"), problemOf(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m3u8", "ffconcat", "m3u", "pls", "sdp", "wav", "mp4", "mpd", "idx"})
    void noFileOpensAnotherOneOrAnAddress(String ending) throws Exception {
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = "http://127.0.0.1:" + listener.getLocalPort() + "/a.ts";
            for (var target : new String[] {address, "original.wav", "file:" + original}) {
                for (var playlist : Playlists.all(target, listener.getLocalPort())) {
                    var file = Files.write(folder.resolve("list." + ending), playlist);
                    assertThrows(ProblemException.class, () -> Sounds.decoded(decoder, file));
                }
            }
            listener.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, listener::accept);
        }
    }

    @Test
    void closingEndsTheProcess() throws Exception {
        var file = tone("long.wav", "sin(t)", 600);
        var others = ProcessHandle.current().children().toList();
        var stream = decoder.open(file, file);
        stream.read(new float[16]);
        var children =
                ProcessHandle.current().children().filter(each -> !others.contains(each)).toList();
        stream.close();
        for (var child : children) {
            child.onExit().get(5, TimeUnit.MINUTES);
        }
        assertEquals(-1, readToEnd(stream));
        assertFalse(stream.complete());
    }

    private static int readToEnd(AudioStream stream) throws ProblemException {
        Sounds.all(stream);
        return stream.read(new float[16]);
    }

    @Test
    void foreignHostileFilesEndInAProblemOrNothing() throws Exception {
        var hostile = Sounds.shared("data/hostile/files");
        var damaged = hostile.resolve("testMP4_truncated.m4a");
        assertEquals(new Problem.DamagedFile(damaged), problemOf(damaged));
        assertEquals(0, Sounds.decoded(decoder, hostile.resolve("mono.zero.wav")).length);
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    private static Set<ProcessHandle> probes() {
        return children().stream()
                .filter(each -> each.info().command().orElse("ffprobe").endsWith("ffprobe"))
                .collect(Collectors.toSet());
    }

    /// The decoder stands still while nobody reads what it writes.
    private static void endTheDecoder(Set<ProcessHandle> others, boolean forcibly) {
        var decoding = new HashSet<>(children());
        decoding.removeAll(others);
        for (var child : decoding) {
            assertTrue(forcibly ? child.destroyForcibly() : child.destroy());
        }
        assertEquals(1, decoding.size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDecoderThatASignalEndedIsStartedAgainAndLosesNothing(boolean forcibly) throws Exception {
        Assumptions.assumeFalse(OS.WINDOWS.isCurrentOs(), "there are no signals");
        var sound = tone("signalled.wav", "sin(2*PI*(200+60*t)*t)", 30);
        var whole = Sounds.decoded(decoder, sound);
        var others = children();
        try (var stream = decoder.open(sound, sound)) {
            others.addAll(probes());
            var first = new float[1000];
            int count = stream.read(first);
            endTheDecoder(others, forcibly);
            var rest = Sounds.all(stream);

            assertArrayEquals(Arrays.copyOfRange(whole, count, whole.length), rest);
            assertTrue(stream.complete());
        }
    }

    @Test
    void aDecoderThatIsEndedAgainAndAgainSaysNothingOfTheFile() throws Exception {
        Assumptions.assumeFalse(OS.WINDOWS.isCurrentOs(), "there are no signals");
        var sound = tone("signalled twice.wav", "sin(2*PI*(200+60*t)*t)", 60);
        var others = children();
        try (var stream = decoder.open(sound, sound)) {
            others.addAll(probes());
            var first = children();
            endTheDecoder(others, true);
            var some = new float[AudioDecoder.RATE];
            for (int heard = 0; heard < 10 * AudioDecoder.RATE; ) {
                heard += stream.read(some);
            }
            endTheDecoder(first, true);

            var e = assertThrows(ProblemException.class, () -> Sounds.all(stream));
            assertEquals(new Problem.DecoderEnded(sound), e.problem());
        }
    }
}
