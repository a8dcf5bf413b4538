package dev.pharos.models.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.recording.AudioDecoder;
import dev.pharos.engine.recording.AudioInfo;
import dev.pharos.engine.work.Cancelled;
import dev.pharos.engine.work.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/// The bundled ffmpeg on files that it made itself, and on files beside the checkout.
final class FfmpegAudioDecoderTest extends FfmpegFixture {
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
        assertThrows(
                CancellationException.class,
                () -> decoder.info(original, original, new Cancelled()));
    }

    private String fingerprint(Path file) throws ProblemException {
        return decoder.fingerprint(file, file, Progress.NONE);
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

    @Test
    void silenceIsSoundToo() throws Exception {
        var file = tone("silence.wav", "0", 2);
        assertEquals(2 * AudioDecoder.RATE, Sounds.decoded(decoder, file).length, 2);
        assertTrue(complete(file));
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
}
