package dev.pharos.ui.transcription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class StretchTest {
    private static final long THREE_HOURS = 3 * 3_600_000;
    private final Stretch whole = Stretch.whole(THREE_HOURS);

    @Test
    void whatIsUnderThePointerStaysThere() {
        double ms = whole.at(0.25);
        assertEquals(0.25, whole.zoomed(8, ms).part(ms), 1e-9);
    }

    @Test
    void theBeginningStaysAtTheEdge() {
        assertEquals(new Stretch(0, THREE_HOURS / 4.0, THREE_HOURS), whole.zoomed(4, 0));
    }

    @Test
    void nearerThanFifteenSecondsNothingMoreIsSeen() {
        assertEquals(15_000, whole.zoomed(1e9, 5_000_000).lengthMs());
    }

    @Test
    void awayFromItEndsWithTheWhole() {
        assertTrue(whole.zoomed(64, 5_000_000).moved(1e9).zoomed(1e-9, 0).isWhole());
    }

    @Test
    void aMomentOutOfViewTurnsThePage() {
        var near = whole.zoomed(100, 0);
        double next = near.lengthMs() + 1;
        assertEquals(0.1, near.showing(next).part(next), 1e-9);
    }
}
