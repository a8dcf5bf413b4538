package dev.pharos.engine.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.library.Place;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

final class PlaceAnchorTest {

    @Test
    void aPlaceIsWrittenAsOtherProgramsReadIt() {
        assertEquals(
                List.of("#page=12&at=340-361", "#at=0-9", "#t=75,80.25", "#t=0.5", ""),
                Stream.of(
                                new Place(12, "Lamps", 3, null, null, 340, 361),
                                new Place(null, null, 1, null, null, 0, 9),
                                new Place(null, null, null, 75_000L, 80_250L, 4, 9),
                                new Place(null, null, null, 500L, null, 0, 0),
                                new Place(null, null, null, null, null, 0, 0))
                        .map(PlaceAnchor::of)
                        .toList());
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
