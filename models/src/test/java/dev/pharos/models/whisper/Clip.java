package dev.pharos.models.whisper;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Speech whose words and their starts are known.
record Clip(String name, float[] samples, List<Spoken> words) {

    record Spoken(String text, long startMs) {}

    private static final int WAV_HEADER = 44;

    /// @param wav 16 kHz, mono, 16 bit, with its words beside it as JSON
    static Clip read(Path wav) throws IOException {
        String name = wav.getFileName().toString().replace(".wav", "");
        var words = new ArrayList<Spoken>();
        var json = new ObjectMapper().readTree(wav.resolveSibling(name + ".json").toFile());
        for (var word : json.get("words")) {
            words.add(new Spoken(word.get("text").asText(), word.get("startMs").asLong()));
        }
        return new Clip(name, samples(Files.readAllBytes(wav)), words);
    }

    /// The clips that come with the tests.
    static Clip bundled(String name) throws IOException {
        return read(Path.of("src/test/resources/speech", name + ".wav"));
    }

    /// The shared clips; skips the test without them.
    static List<Clip> shared(String prefix) throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/speech/clips");
            if (Files.isDirectory(folder)) {
                var clips = new ArrayList<Clip>();
                try (var files = Files.newDirectoryStream(folder, prefix + "*.wav")) {
                    for (Path file : files) {
                        clips.add(read(file));
                    }
                }
                return clips;
            }
        }
        return Assumptions.abort("shared/speech is not beside this checkout");
    }

    private static float[] samples(byte[] wav) {
        var shorts =
                ByteBuffer.wrap(wav, WAV_HEADER, wav.length - WAV_HEADER)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asShortBuffer();
        var samples = new float[shorts.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = shorts.get(i) / 32768f;
        }
        return samples;
    }
}
