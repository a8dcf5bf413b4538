package dev.pharos.models.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.AudioInfo;
import dev.pharos.engine.recording.AudioStream;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The bundled ffmpeg on files that it made itself, and on files beside the checkout.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FfmpegAudioDecoderTest {

    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path cache;

    @TempDir private static Path folder;

    private FfmpegAudioDecoder decoder;
    private FfmpegProgram ffmpeg;
    private Path original;

    @BeforeAll
    void makeASound() throws Exception {
        decoder = new FfmpegAudioDecoder(cache);
        ffmpeg = decoder.program();
        // sweeps and a beat: unlike itself when moved in time
        original = tone("original.wav", "sin(2*PI*(200+60*t)*t)*(0.3+0.3*sin(9*t))", 6);
    }

    @AfterAll
    void close() {
        decoder.close();
    }

    private Path tone(String name, String formula, int seconds) throws Exception {
        return Sounds.make(
                ffmpeg,
                folder.resolve(name),
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=" + formula + ":s=44100:d=" + seconds);
    }

    private Path made(String name, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("-i", original.toString()));
        arguments.addAll(List.of(options));
        return Sounds.make(ffmpeg, folder.resolve(name), arguments.toArray(String[]::new));
    }

    private Problem problemOf(Path file) {
        return assertThrows(ProblemException.class, () -> Sounds.decoded(decoder, file)).problem();
    }

    private boolean complete(Path file) throws ProblemException {
        try (var stream = decoder.open(file, file)) {
            Sounds.all(stream);
            return stream.complete();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wav", "mp3", "m4a", "aac", "ogg", "opus", "flac", "webm", "mp4", "mov", "avi",
                "wma", "mka", "aiff", "au", "caf", "ac3", "flv"
            })
    void everyFormatSoundsAsTheOriginal(String format) throws Exception {
        var file = made("sound." + format);
        var sound = Sounds.decoded(decoder, file);
        assertTrue(Sounds.correlation(Sounds.decoded(decoder, original), sound) > 0.99);
        assertEquals(6.0, sound.length / (double) AudioDecoder.RATE, 0.1);
        assertTrue(complete(file));
        assertTrue(decoder.looksLikeSound(file, file));
    }

    @ParameterizedTest
    @CsvSource({"8000,1", "48000,2", "96000,2", "44100,6", "22050,1"})
    void anyRateAndChannelCountIsTaken(int rate, int channels) throws Exception {
        var file = made(rate + "-" + channels + ".wav", "-ar", "" + rate, "-ac", "" + channels);
        var sound = Sounds.decoded(decoder, file);
        assertTrue(Sounds.correlation(Sounds.decoded(decoder, original), sound) > 0.99);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Žluťoučký kůň.wav",
                "совещание 12.wav",
                "-i.wav",
                "a:b %03d 'c' \"d\" [e]*.wav",
                "pipe:0",
                "concat:x|y"
            })
    void anyNameIsTaken(String name) throws Exception {
        var file = Files.copy(original, folder.resolve(name));
        assertEquals(6 * AudioDecoder.RATE, Sounds.decoded(decoder, file).length, 2);
    }

    @Test
    void aFileSaysWhatItIs() throws Exception {
        var file = made("tags.mp3", "-metadata", "title=Über alles", "-metadata", "artist=Ann");
        var info = decoder.info(file, file);
        long duration = Objects.requireNonNull(info.durationMs());
        assertEquals(6000, duration, 100);
        assertEquals(
                new AudioInfo(
                        "audio/mpeg",
                        "mp3",
                        info.durationMs(),
                        44100,
                        1,
                        "Über alles",
                        "Ann",
                        false),
                info);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "m4a", "ogg", "flac", "wav"})
    void tagsDoNotChangeTheFingerprintOfASound(String format) throws Exception {
        var plain = made("plain." + format);
        var tagged =
                Sounds.make(
                        ffmpeg,
                        folder.resolve("tagged." + format),
                        "-i",
                        plain.toString(),
                        "-c",
                        "copy",
                        "-metadata",
                        "title=Another");
        assertNotEquals(-1, Files.mismatch(plain, tagged));
        assertEquals(fingerprint(plain), fingerprint(tagged));
        assertNotEquals(
                fingerprint(made("loud." + format, "-af", "volume=0.5")), fingerprint(plain));
    }

    @Test
    void lookingAtAFileCanBeCancelled() {
        var cancelled =
                new Progress() {
                    @Override
                    public void report(long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };
        assertThrows(
                CancellationException.class, () -> decoder.info(original, original, cancelled));
    }

    private String fingerprint(Path file) throws ProblemException {
        return decoder.fingerprint(file, file, Progress.NONE);
    }

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

    @Test
    void soundThatBeginsLateInAVideoKeepsItsTimes() throws Exception {
        var file =
                Sounds.make(
                        ffmpeg,
                        folder.resolve("late.mkv"),
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=d=8:s=64x64",
                        "-itsoffset",
                        "2",
                        "-i",
                        original.toString());
        var sound = Sounds.decoded(decoder, file);
        assertEquals(8.0, sound.length / (double) AudioDecoder.RATE, 0.1);
        var late = Arrays.copyOfRange(sound, 2 * AudioDecoder.RATE, sound.length);
        assertTrue(Sounds.correlation(Sounds.decoded(decoder, original), late) > 0.99);
        assertTrue(decoder.info(file, file).video());
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
    void silenceIsSoundToo() throws Exception {
        var file = tone("silence.wav", "0", 2);
        assertEquals(2 * AudioDecoder.RATE, Sounds.decoded(decoder, file).length, 2);
        assertTrue(complete(file));
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
    void foreignRecordingsSoundAsTheirReference() throws Exception {
        var formats = Sounds.shared("data/audio/formats");
        for (var family : new String[] {"LDC93S1", "sample_10s"}) {
            var reference =
                    Sounds.decoded(
                            decoder,
                            formats.resolve(
                                    family.equals("LDC93S1")
                                            ? "LDC93S1.wav"
                                            : "sample_10s_audio-wav.wav"));
            for (var file : Sounds.files(formats, family + "*")) {
                double alike = Sounds.correlation(reference, Sounds.decoded(decoder, file));
                assertTrue(alike >= 0.97, file + ": " + alike);
            }
        }
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
