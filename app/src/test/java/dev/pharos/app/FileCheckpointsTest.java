package dev.pharos.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.transcription.Segment;
import dev.pharos.engine.transcription.SpeechToText.Recognised;
import dev.pharos.engine.transcription.Word;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Windows of a transcription without a library, kept as files.
final class FileCheckpointsTest {
    private static final Recognised HEARD =
            new Recognised(
                    "ru",
                    "CPU",
                    List.of(
                            new Segment(
                                    10,
                                    990,
                                    null,
                                    "Маяк — \"горит\"\n",
                                    List.of(new Word("Маяк", 10, 400, 0.123456789f)))));

    @TempDir Path folder;

    @Test
    void aWindowComesBackAsItWasKept() {
        new FileCheckpoints(folder).save("a/b c", 3, HEARD);
        assertEquals(Optional.of(HEARD), new FileCheckpoints(folder).find("a/b c", 3));
    }

    @Test
    void whatIsKnownOfAClearedSoundIsGoneAndNothingElse() {
        var kept = new FileCheckpoints(folder);
        kept.save("one/en", 0, HEARD);
        kept.save("one/ru", 0, HEARD);
        kept.save("two/en", 0, HEARD);
        kept.clear("one");
        kept.clear("never begun");
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.of(HEARD)),
                List.of(kept.find("one/en", 0), kept.find("one/ru", 0), kept.find("two/en", 0)));
    }

    @Test
    void aWindowThatCannotBeReadIsRecognisedAnew() throws IOException {
        var kept = new FileCheckpoints(folder);
        kept.save("one", 0, HEARD);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "{\"language\":");
            }
        }
        var found = kept.find("one", 0);
        kept.save("one", 0, HEARD);
        assertEquals(
                List.of(Optional.empty(), Optional.of(HEARD)), List.of(found, kept.find("one", 0)));
    }

    @Test
    void whatNobodyCameBackForIsSwept() {
        var kept = new FileCheckpoints(folder);
        kept.save("one", 0, HEARD);
        kept.sweep(Instant.now());
        var before = kept.find("one", 0);
        kept.sweep(Instant.now().plus(FileCheckpoints.KEPT).plusSeconds(5));
        assertEquals(
                List.of(Optional.of(HEARD), Optional.empty()),
                List.of(before, kept.find("one", 0)));
    }
}
