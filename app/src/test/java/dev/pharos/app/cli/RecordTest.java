package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pharos.app.speech.Clip;
import dev.pharos.app.speech.Likeness;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// `pharos record` from a virtual microphone: ALSA plays it a file of samples.
final class RecordTest {
    @TempDir Path home;
    private Program program = new Program(Path.of(""));
    private Clip clip = new Clip("", new byte[0], List.of());
    private Map<String, String> alsa = Map.of();

    @BeforeEach
    void plugInTheMicrophone() throws IOException {
        program = new Program(home);
        clip = Clip.bundled().getFirst();
        var samples = Files.write(home.resolve("samples.raw"), clip.samples());
        var config = home.resolve("asound.conf");
        Files.writeString(
                config,
                """
                </usr/share/alsa/alsa.conf>
                pcm.!default { type asym playback.pcm "nullout" capture.pcm "wavin" }
                pcm.nullout { type null }
                pcm.wavin { type plug slave.pcm "wavraw" }
                pcm.wavraw { type file slave.pcm { type null } file "/dev/null" infile "%s" format "raw" }
                """
                        .formatted(samples));
        alsa = Map.of("ALSA_CONFIG_PATH", config.toString());
        assumeTrue(alsaIsHere(), "needs ALSA (libasound2) for a virtual microphone");
    }

    private static boolean alsaIsHere() {
        try {
            SymbolLookup.libraryLookup("libasound.so.2", Arena.global());
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Test
    void theMicrophoneIsListed() {
        var listed = program.run(alsa, "record", "--list", "--json");
        assertFalse(listed.out().isEmpty(), listed.err());
    }

    @Test
    void whatTheMicrophoneHearsIsInTheFile() {
        var file = home.resolve("memo.wav");
        var recorded = program.run(alsa, "record", "--seconds", "13", "--out", "" + file, "--json");
        var said =
                program.run(
                        "transcribe", "--json", "--model", "demo", "--language", "en", "" + file);
        var heard = Likeness.of(clip.words(), Likeness.heard(said.json()));
        assertAll(
                () -> assertEquals(ExitCode.DONE, recorded.code(), recorded.err()),
                () -> assertEquals(file.toString(), recorded.json().get("file").asText()),
                () -> assertTrue(recorded.json().get("durationMs").asLong() >= 13_000),
                () -> assertTrue(heard.wordErrorRate() <= 0.1, heard.toString()));
    }

    @Test
    void aRecordingIsInTheLibraryAndWaitsForItsWords() {
        var recorded = program.run(alsa, "record", "--seconds", "2", "--title", "Memo", "--json");
        var id = recorded.json().get("sourceId").asText();
        var listed = program.run("list", "--json").json();
        var job = program.run("jobs", "--json").json();
        assertAll(
                () -> assertEquals(ExitCode.DONE, recorded.code(), recorded.err()),
                () -> assertEquals(id, listed.get("id").asText()),
                () -> assertEquals("Memo", listed.get("title").asText()),
                () -> assertEquals("recording", listed.get("kind").asText()),
                () -> assertEquals(id, job.get("subject").asText()),
                () -> assertEquals("waiting", job.get("state").asText()));
    }

    @Test
    void aFileThatIsThereIsNotRecordedOver() throws IOException {
        var file = Files.writeString(home.resolve("mine.wav"), "mine");
        var outcome = program.run(alsa, "record", "--seconds", "1", "--out", file.toString());
        assertAll(
                () -> assertEquals(ExitCode.PROBLEM, outcome.code()),
                () -> assertEquals("mine", Files.readString(file)));
    }
}
