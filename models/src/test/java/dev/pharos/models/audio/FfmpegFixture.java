package dev.pharos.models.audio;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The bundled ffmpeg, and sounds that it made itself.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FfmpegFixture {
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path cache;

    @TempDir static Path folder;

    FfmpegAudioDecoder decoder;
    FfmpegProgram ffmpeg;
    Path original;

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

    Path tone(String name, String formula, int seconds) throws Exception {
        return Sounds.make(
                ffmpeg,
                folder.resolve(name),
                "-f",
                "lavfi",
                "-i",
                "aevalsrc=" + formula + ":s=44100:d=" + seconds);
    }

    Path made(String name, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("-i", original.toString()));
        arguments.addAll(List.of(options));
        return Sounds.make(ffmpeg, folder.resolve(name), arguments.toArray(String[]::new));
    }

    Problem problemOf(Path file) {
        return assertThrows(ProblemException.class, () -> Sounds.decoded(decoder, file)).problem();
    }

    boolean complete(Path file) throws ProblemException {
        try (var stream = decoder.open(file, file)) {
            Sounds.all(stream);
            return stream.complete();
        }
    }
}
