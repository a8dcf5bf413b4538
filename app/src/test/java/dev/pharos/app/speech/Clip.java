package dev.pharos.app.speech;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Synthesized speech that the demo's model understands, with its true words.
///
/// @param samples 16 bit mono, [#RATE] a second, little-endian bytes
public record Clip(String name, byte[] samples, List<Spoken> words) {
    public static final int RATE = 16_000;
    static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

    private static final String SAMPLE = "/dev/pharos/app/demo/Voice memo.wav";

    /// A word and when it begins.
    public record Spoken(String text, long startMs) {
        Spoken later(long ms) {
            return new Spoken(text, startMs + ms);
        }
    }

    private static final List<String> BUNDLED = List.of("paragraph-0", "paragraph-3", "dialogue-0");

    /// Those that lie in the project. The first one is the demo's sample.
    public static List<Clip> bundled() throws IOException {
        var clips = new ArrayList<Clip>();
        for (var name : BUNDLED) {
            var sound = name.equals("paragraph-0") ? SAMPLE : name + ".wav";
            clips.add(read(name, resource(sound), resource(name + ".json")));
        }
        return clips;
    }

    /// All of a folder of `NAME.wav` and `NAME.json`, by name.
    public static List<Clip> in(Path folder) throws IOException {
        var clips = new ArrayList<Clip>();
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".wav")).sorted().toList()) {
                var name = file.getFileName().toString().replaceFirst("\\.wav$", "");
                clips.add(
                        read(
                                name,
                                Files.newInputStream(file),
                                Files.newInputStream(folder.resolve(name + ".json"))));
            }
        }
        return clips;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Clip.class.getResourceAsStream(name), name);
    }

    private static Clip read(String name, InputStream wav, InputStream json) throws IOException {
        try (wav;
                json;
                var sound = AudioSystem.getAudioInputStream(new java.io.BufferedInputStream(wav))) {
            if (!sound.getFormat().matches(FORMAT)) {
                throw new IOException(name + " is " + sound.getFormat());
            }
            var words = new ArrayList<Spoken>();
            for (var word : new ObjectMapper().readTree(json).get("words")) {
                words.add(new Spoken(word.get("text").asText(), word.get("startMs").asLong()));
            }
            return new Clip(name, sound.readAllBytes(), words);
        } catch (UnsupportedAudioFileException e) {
            throw new IOException(e);
        }
    }

    public long durationMs() {
        return samples.length / 2 * 1000L / RATE;
    }

    public String text() {
        return String.join(" ", words.stream().map(Spoken::text).toList());
    }
}
