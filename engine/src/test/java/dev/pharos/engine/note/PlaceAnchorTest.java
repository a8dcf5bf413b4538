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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

final class PlaceAnchorTest {

    @Test
    void aPlaceIsWrittenAsOtherProgramsReadIt() {
        assertEquals(
                List.of(
                        "#page=12&at=340-361&id=5df91b2c-0a1b",
                        "#at=0-9&id=5df91b2c-0a1b",
                        "#t=75,80.25&id=5df91b2c-0a1b",
                        "#t=0.5&id=5df91b2c-0a1b",
                        "#id=5df91b2c-0a1b"),
                Stream.of(
                                new Place(12, "Lamps", 3, null, null, 340, 361),
                                new Place(null, null, 1, null, null, 0, 9),
                                new Place(null, null, null, 75_000L, 80_250L, 4, 9),
                                new Place(null, null, null, 500L, null, 0, 0),
                                new Place(null, null, null, null, null, 0, 0))
                        .map(place -> PlaceAnchor.of(source(SourceKind.PDF), place, "Words."))
                        .toList());
    }

    @Test
    void inANoteWordsAreFoundBelowTheirHeading() {
        var note = source(SourceKind.NOTE);
        var below = new Place(null, "Roof › Costs", 2, null, null, 40, 90);
        String words = "The tiles cost  4,000 euros [see the offer] in all, said the roofer today.";
        assertEquals(
                "#Costs:~:text=The tiles cost 4%2C000 euros %5Bsee the offer%5D in&id=5df91b2c-0a1b",
                anchor(note, below, words));
        var top = new Place(null, null, 1, null, null, 0, 30);
        assertEquals(
                "#:~:text=Tea %26 biscuits for all.&id=5df91b2c-0a1b",
                anchor(note, top, "Tea & biscuits\nfor all."));
        assertEquals("#:~:id=5df91b2c-0a1b", anchor(note, top, "Yes."), "says too little");
        assertEquals("#:~:id=5df91b2c-0a1b", PlaceAnchor.of(note));
        String written = "#Costs:~:text=The tiles cost&id=5df91b2c-0a1b";
        assertEquals(Optional.of("The tiles cost"), PlaceAnchor.textOf(written));
        assertEquals(Optional.of("R&D, 100 %"), PlaceAnchor.textOf("#:~:text=R%26D%2C 100 %25"));
        assertEquals(Optional.of("5df91b2c-0a1b"), PlaceAnchor.markOf(written));
        assertEquals("#Costs", PlaceAnchor.headingOf(written));
        assertEquals(Optional.empty(), PlaceAnchor.textOf("#Costs"));
        assertEquals(Optional.empty(), PlaceAnchor.markOf("#Costs&id=none"));
    }

    private static String anchor(Source source, Place place, String words) {
        return PlaceAnchor.of(source, place, words);
    }

    private static Source source(SourceKind kind) {
        return new Source(
                SourceId.of("5df91b2c-0a1b-4000-8000-000000000000"),
                kind,
                "Lamps",
                Path.of("lamps"),
                1,
                "",
                0,
                "",
                "en",
                List.of(),
                Set.of(),
                null,
                null,
                Instant.EPOCH,
                1);
    }

    @Test
    void whatIsWrittenLeadsBack() {
        assertEquals(
                Optional.of(new Place(12, null, null, null, null, 340, 361)),
                PlaceAnchor.place("#page=12&at=340-361"));
        assertEquals(
                Optional.of(new Place(7, null, null, null, null, 0, 0)),
                PlaceAnchor.place("#page=7"));
        assertEquals(
                Optional.of(new Place(null, null, null, 75_000L, 80_250L, 0, 0)),
                PlaceAnchor.place("#t=75,80.25"));
    }

    @Test
    void whatNamesNoPlaceLeadsToNone() {
        for (var anchor : List.of("", "#Heading", "#^block", "#page=0", "#at=9", "#page=x&at=")) {
            assertEquals(Optional.empty(), PlaceAnchor.place(anchor), anchor);
        }
    }
}
