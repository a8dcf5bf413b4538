package dev.pharos.engine.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

final class QuoteTest {

    private static Source source() {
        return new Source(
                new SourceId(new UUID(0, 1)),
                SourceKind.PDF,
                "On lamps",
                Path.of("/books/lamps.pdf"),
                1,
                "",
                0,
                "application/pdf",
                "en",
                List.of(),
                Set.of(),
                null,
                null,
                Instant.EPOCH,
                1);
    }

    @Test
    void aNoteBeginsWithTheWordsAndALinkToWhereTheyStand() {
        var quote =
                new Quote(
                        source(),
                        "The lamp burns oil.\n\nThe lens turns.",
                        new Place(12, null, 3, null, null, 5, 40),
                        "p. 12");
        assertEquals(
                """
                > The lamp burns oil.
                >
                > The lens turns.

                — [[lamps.pdf#page=12&at=5-40&id=00000000-0000|On lamps, p. 12]]

                """,
                quote.markdown("lamps.pdf"));
    }

    @Test
    void itsTitleIsItsFirstWords() {
        var place = new Place(null, null, null, null, null, 0, 9);
        var words = "The keeper [trimmed] the wick every four hours, and wrote it down.";
        assertEquals(
                "The keeper trimmed the wick every four hours…",
                new Quote(source(), words, place, "").title());
    }
}
