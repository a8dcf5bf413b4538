package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.Likeness;
import dev.pharos.app.speech.LongSound;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// `pharos transcribe` as a process of its own, with the demo's model in a process of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TranscribeTest {
    private static final Path NONSPEECH = Path.of("../../shared/data/audio/nonspeech");

    /// So far apart that the recogniser, which knows a few sentences in a row only, hears one clip
    /// at a time.
    private static final int FAR_APART_MS = 64_000;

    private static final List<String> DEMO = List.of("--model", "demo", "--language", "en");

    private final Path home;
    private final Program program;
    private final List<Clip> clips;
    private final List<String> files = new ArrayList<>();

    TranscribeTest(@TempDir Path home) throws IOException {
        this.home = home;
        program = new Program(home);
        clips = Clip.bundled();
        for (var clip : clips) {
            files.add(wav(clip.name(), clip.samples()));
        }
    }

    private String wav(String name, byte[] samples) throws IOException {
        var file = home.resolve(name + ".wav");
        LongSound.wav(new ByteArrayInputStream(samples), samples.length, file);
        return file.toString();
    }

    private Program.Outcome transcribe(String... arguments) {
        var line = new ArrayList<>(List.of("transcribe"));
        line.addAll(DEMO);
        line.addAll(List.of(arguments));
        return program.run(line.toArray(String[]::new));
    }

    @Test
    void everyWordIsHeardWhenItIsSaid() {
        var outcome = transcribe(files.get(0), files.get(1), files.get(2), "--json");
        var transcripts = outcome.jsonLines();
        assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
        for (int i = 0; i < clips.size(); i++) {
            var likeness = Likeness.of(clips.get(i).words(), Likeness.heard(transcripts.get(i)));
            var name = clips.get(i).name() + ": " + likeness;
            assertTrue(likeness.wordErrorRate() <= 0.06, name);
            assertTrue(likeness.medianStartErrorMs() <= 400, name);
        }
    }

    @Test
    void jsonHasTheShapeThatOtherProgramsRelyOn() {
        var transcript = transcribe(files.getFirst(), "--json").json();
        var segment = transcript.at("/segments/0");
        assertAll(
                () ->
                        assertTrue(
                                Program.names(transcript)
                                        .containsAll(
                                                List.of(
                                                        "file",
                                                        "language",
                                                        "durationMs",
                                                        "model",
                                                        "device",
                                                        "segments")),
                                transcript.toString()),
                () ->
                        assertEquals(
                                List.of("startMs", "endMs", "speaker", "text", "words"),
                                Program.names(segment)),
                () ->
                        assertEquals(
                                List.of("text", "startMs", "endMs", "confidence"),
                                Program.names(segment.at("/words/0"))),
                () -> assertEquals("en", transcript.get("language").asText()),
                () -> assertEquals("demo", transcript.get("model").asText()),
                () ->
                        assertEquals(
                                clips.getFirst().durationMs(),
                                transcript.get("durationMs").asLong(),
                                20));
    }

    @Test
    void withoutAModelNothingIsHeard() {
        var outcome = program.run("transcribe", files.getFirst());
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, outcome.code()),
                () -> assertEquals("", outcome.out()),
                () -> assertTrue(outcome.err().startsWith("No model for speech is chosen")));
    }

    @Test
    void theSettingsFileChoosesTheModel(@TempDir Path other) throws IOException {
        var settings = other.resolve("config/pharos/settings.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(
                settings,
                """
                {"transcription":{"model":"demo","language":"en","translate":false,
                "prompt":null,"speakers":false,"threads":1}}\
                """);
        var outcome = new Program(other).run("transcribe", files.get(1));
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.err()),
                () -> assertTrue(outcome.out().contains("They must build the weekly music.")));
    }

    @Test
    void oneBadFileStopsNoOther() throws IOException {
        var garbage = home.resolve("garbage.mp3");
        Files.write(garbage, new byte[3_000]);
        var outcome = transcribe(garbage.toString(), files.get(1));
        assertAll(
                () -> assertEquals(ExitCode.SOME_FAILED, outcome.code()),
                () -> assertTrue(outcome.out().contains("weekly music"), outcome.out()),
                () -> assertEquals(1, outcome.err().lines().count(), outcome.err()),
                () -> assertTrue(outcome.err().startsWith(garbage.toString()), outcome.err()));
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyOnRequest() throws IOException {
        var out = home.resolve("kept.srt");
        Files.writeString(out, "mine");
        var refused = transcribe(files.get(1), "--out", out.toString());
        var kept = Files.readString(out);
        var forced = transcribe(files.get(1), "--out", out.toString(), "--force");
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, refused.code()),
                () -> assertTrue(refused.err().contains("--force"), refused.err()),
                () -> assertEquals("mine", kept),
                () -> assertEquals(ExitCode.DONE, forced.code(), forced.err()),
                () -> assertTrue(Files.readString(out).startsWith("1\n00:00:0")));
    }

    @Test
    void severalFilesGoIntoAFolder() {
        var folder = home.resolve("subtitles");
        var outcome =
                transcribe(files.get(0), files.get(1), "--format", "vtt", "--out", "" + folder);
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.err()),
                () ->
                        assertTrue(
                                Files.readString(folder.resolve("paragraph-0.vtt"))
                                        .startsWith("WEBVTT")),
                () -> assertTrue(Files.exists(folder.resolve("paragraph-3.vtt"))));
    }

    @Test
    void severalTextsAreToldApartByTheNamesOfTheirFiles() {
        var outcome = transcribe(files.get(1), files.get(1));
        var name = "==> " + files.get(1) + " <==\n";
        assertEquals(2, outcome.out().split(name, -1).length - 1, outcome.out());
    }

    @Test
    void anExtensionThatIsNoFormatIsRefusedUnlessTheFormatIsNamed() {
        var refused = transcribe(files.get(1), "--out", home.resolve("talk.rtf").toString());
        var out = home.resolve("talk.subtitles");
        var named = transcribe(files.get(1), "--format", "srt", "--out", out.toString());
        assertAll(
                () -> assertEquals(ExitCode.WRONG_USAGE, refused.code()),
                () -> assertTrue(refused.err().contains(".srt, .vtt"), refused.err()),
                () -> assertEquals(ExitCode.DONE, named.code(), named.err()),
                () -> assertTrue(Files.readString(out).startsWith("1\n00:00:0")));
    }

    @Test
    void aNameThatEndsInASlashIsAFolderThatIsMade() {
        var folder = home.resolve("new/folder");
        var outcome = transcribe(files.get(1), "--out", folder + "/");
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.err()),
                () ->
                        assertTrue(
                                Files.readString(folder.resolve(clips.get(1).name() + ".txt"))
                                        .contains("weekly music")));
    }

    @Test
    void aFolderIsNoSound() {
        var outcome = transcribe(home.toString());
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, outcome.code()),
                () -> assertTrue(outcome.err().startsWith(home + " is not a regular file")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "empty",
                "first 100",
                "first 3000",
                "first 300000",
                "half",
                "last lost",
                "random"
            })
    void aBadModelIsAProblemAndNoCrash(String damage) throws IOException {
        var model = damaged(damage);
        var outcome = program.run("transcribe", "--model", model.toString(), files.getFirst());
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, outcome.code()),
                () -> assertEquals("", outcome.out()),
                () -> assertEquals(1, outcome.err().lines().count(), outcome.err()),
                () -> assertTrue(outcome.err().startsWith("The model "), outcome.err()));
    }

    private Path damaged(String damage) throws IOException {
        byte[] whole;
        try (var in = getClass().getResourceAsStream("/dev/pharos/models/whisper/ggml-demo.bin")) {
            whole = Objects.requireNonNull(in).readAllBytes();
        }
        var bytes =
                switch (damage) {
                    case "empty" -> new byte[0];
                    case "half" -> Arrays.copyOf(whole, whole.length / 2);
                    case "last lost" -> Arrays.copyOf(whole, whole.length - 1);
                    case "random" -> {
                        var noise = new byte[1 << 20];
                        new Random(7).nextBytes(noise);
                        yield noise;
                    }
                    default -> Arrays.copyOf(whole, Integer.parseInt(damage.replaceAll("\\D", "")));
                };
        return Files.write(home.resolve("ggml-" + damage.replace(' ', '-') + ".bin"), bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"silence", "noise", "tone"})
    void nothingIsHeardWhereNobodySpeaks(String kind) throws IOException {
        var random = new Random(11);
        var samples = new byte[2 * 20 * Clip.RATE];
        for (int i = 0; i < samples.length / 2; i++) {
            double value =
                    switch (kind) {
                        case "silence" -> 0;
                        case "noise" -> random.nextGaussian() * 2000;
                        default -> Math.sin(2 * Math.PI * 440 * i / Clip.RATE) * 8000;
                    };
            int sample = (int) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
            samples[2 * i] = (byte) sample;
            samples[2 * i + 1] = (byte) (sample >> 8);
        }
        var file = wav(kind, samples);
        var outcome = transcribe(file, "--json");
        assertAll(
                () -> assertEquals(ExitCode.DONE, outcome.code(), outcome.err()),
                () -> assertEquals("[]", outcome.json().get("segments").toString()),
                () ->
                        assertTrue(
                                outcome.err().startsWith("Nobody speaks in " + file),
                                outcome.err()));
    }

    @Test
    void soundsOfAnimalsAreNoWords() throws IOException {
        assumeTrue(Files.isDirectory(NONSPEECH), "needs ../shared/data/audio/nonspeech");
        try (var sounds = Files.list(NONSPEECH)) {
            var all = sounds.map(Path::toString).sorted().toList();
            var line = new ArrayList<>(all);
            line.add("--json");
            for (JsonNode heard : transcribe(line.toArray(String[]::new)).jsonLines()) {
                assertEquals("[]", heard.get("segments").toString());
            }
        }
    }

    @Test
    void longSoundHasTheRightWordsAtTheRightTimesToItsEnd() throws IOException {
        long whole = Duration.ofMinutes(30).toMillis();
        var sound = LongSound.write(home.resolve("long.wav"), clips, whole, FAR_APART_MS, 3);
        var outcome = transcribe(sound.file().toString(), "--json");
        assertEquals(ExitCode.DONE, outcome.code(), outcome.err());
        var heard = Likeness.heard(outcome.json());
        long third = whole / 3;
        for (long from = 0; from < whole; from += third) {
            var likeness =
                    Likeness.of(
                            sound.words(from, from + third),
                            LongSound.between(heard, from, from + third));
            assertTrue(likeness.wordErrorRate() <= 0.08, from + " ms on: " + likeness);
            assertTrue(likeness.medianStartErrorMs() <= 300, from + " ms on: " + likeness);
        }
    }
}
