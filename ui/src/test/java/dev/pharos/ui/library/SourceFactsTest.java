package dev.pharos.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.ui.Texts;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

final class SourceFactsTest {

    @Test
    void aRecordingThatWasHeardAndHasNoWordsIsSilent() {
        var silence =
                new Source(
                        new SourceId(new UUID(0, 1)),
                        SourceKind.RECORDING,
                        "Silence",
                        Path.of("silence.wav"),
                        1,
                        "",
                        0,
                        "audio/wav",
                        "und",
                        List.of(),
                        Set.of(),
                        null,
                        null,
                        Instant.EPOCH,
                        0);
        var facts = new SourceFacts(new Texts(Locale.ENGLISH), false);
        assertEquals("no words yet", facts.of(silence));

        facts.setLengths(Map.of(silence.id(), 61_000L));

        assertEquals("1:01 · nobody speaks in it", facts.of(silence));
    }
}
