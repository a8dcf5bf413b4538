package dev.pharos.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.transcription.TranscriptionOptions;
import dev.pharos.models.whisper.LocalSpeechModels;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

final class SpeechChoiceTest {
    @TempDir Path temp;

    private @Nullable String chosen(String typed) {
        var choice = new SpeechChoice();
        choice.model = typed;
        var models = new LocalSpeechModels(temp.resolve("models"), temp.resolve("cache"));
        return choice.over(TranscriptionOptions.DEFAULT, models).model();
    }

    @Test
    void aModelFileIsFoundFromEveryFolder() throws Exception {
        var here = Path.of("").toAbsolutePath();
        var file = Files.createTempFile(here.resolve("target"), "ggml-", ".bin");
        try {
            assertEquals(file.toString(), chosen(here.relativize(file).toString()));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void aNameOnTheShelfStaysAName() throws Exception {
        Files.createFile(Files.createDirectory(temp.resolve("models")).resolve("ggml-base.bin"));
        assertEquals("base", chosen("base"));
        assertEquals("unknown", chosen("unknown"));
    }
}
