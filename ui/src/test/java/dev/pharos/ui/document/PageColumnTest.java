package dev.pharos.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.document.PageSize;
import dev.pharos.ui.document.PageZoom.Fit;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

final class PageColumnTest {
    private static final PageSize LETTER = new PageSize(612, 792);
    private static final PageSize POSTER = new PageSize(3000, 2000);

    private static List<PageSize> book() {
        var sizes = new ArrayList<>(Collections.nCopies(1_000, LETTER));
        sizes.set(500, POSTER);
        return sizes;
    }

    @Test
    void everyPageIsFoundWhereItStands() {
        var column = new PageColumn(book(), PageZoom.AUTOMATIC, 800, 600);
        for (int i = 0; i < column.count(); i++) {
            assertEquals(i, column.at(column.top(i)));
            assertEquals(i, column.at(column.top(i) + column.pageHeight(i)));
        }
    }

    @Test
    void onePosterDoesNotMakeAllPagesSmall() {
        var column = new PageColumn(book(), new PageZoom(Fit.WIDTH, 1), 800, 600);
        assertEquals(760, column.pageWidth(0), 0.01);
        assertEquals(760, column.pageWidth(500), 0.01);
        assertEquals(800, column.width(), 0.01);
    }

    @Test
    void aPageFitsWhole() {
        var column = new PageColumn(book(), new PageZoom(Fit.PAGE, 1), 800, 600);
        assertTrue(column.pageHeight(0) <= 600 && column.pageHeight(0) > 500);
    }

    @Test
    void halfTheSizeIsHalfOfThePaper() {
        var column = new PageColumn(book(), PageZoom.of(0.5), 800, 600);
        assertEquals(612 * 96 / 72.0 / 2, column.pageWidth(0), 0.01);
        assertEquals(0.5, column.factor(), 0.001);
    }

    @Test
    void stepsLeadFromWhereItStandsToTheNext() {
        assertEquals(PageZoom.of(1.1), PageZoom.next(1.04, true));
        assertEquals(PageZoom.of(1), PageZoom.next(1.04, false));
        assertEquals(PageZoom.of(4), PageZoom.next(4, true));
    }

    @Test
    void aPageIsMeantByItsNameBeforeItsNumber() {
        var names = new PageNames(List.of("i", "ii", "1", "2"), 4);
        assertEquals(OptionalInt.of(2), names.find(" II "));
        assertEquals(OptionalInt.of(3), names.find("1"));
        assertEquals(OptionalInt.of(4), names.find("4"));
        assertEquals(OptionalInt.empty(), names.find("9"));
        assertEquals("ii", names.name(2));
    }
}
