package dev.pharos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.shell.Location.Page;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

final class TabsViewModelTest {
    private static final Location.Reading FIRST = reading(1);
    private static final Location.Reading SECOND = reading(2);
    private static final Location.Reading THIRD = reading(3);

    private final TabsViewModel tabs = new TabsViewModel();

    private static Location.Reading reading(int number) {
        return new Location.Reading(new Target(new SourceId(new UUID(0, number)), null, List.of()));
    }

    private static Location.Reading at(Location.Reading location, int index) {
        return new Location.Reading(location.target().leftAt(new Spot(index, 0, 0)));
    }

    private List<Location> all() {
        return tabs.tabs().stream().map(Tab::location).toList();
    }

    @Test
    void whatIsOpenedTakesThePlaceOfAnEmptyTab() {
        tabs.open(FIRST);
        assertEquals(List.of(FIRST), all());
        assertEquals(false, tabs.hasBack());
    }

    @Test
    void backAndForwardLeadWhereOneWas() {
        tabs.open(FIRST);
        tabs.open(SECOND);
        tabs.open(THIRD);
        tabs.back();
        tabs.back();
        assertEquals(FIRST, tabs.location());
        tabs.forward();
        assertEquals(SECOND, tabs.location());
    }

    @Test
    void aNewWayForgetsTheOldOneForward() {
        tabs.open(FIRST);
        tabs.open(SECOND);
        tabs.back();
        tabs.open(THIRD);
        assertEquals(false, tabs.hasForward());
        tabs.back();
        assertEquals(FIRST, tabs.location());
    }

    @Test
    void eachPlaceIsFoundAgainAsItWasLeft() {
        tabs.open(FIRST);
        tabs.setLeaving(_ -> at(FIRST, 7));
        tabs.openNew(SECOND);
        tabs.setLeaving(location -> location);
        tabs.step(-1);
        assertEquals(at(FIRST, 7), tabs.shownProperty().get().location());
    }

    @Test
    void theSamePlaceAgainIsNoStepButIsShownAnew() {
        tabs.open(FIRST);
        int before = tabs.shownProperty().get().time();
        tabs.open(FIRST);
        assertEquals(false, tabs.hasBack());
        assertTrue(tabs.shownProperty().get().time() > before);
    }

    @Test
    void aClosedTabComesBackWithItsHistoryWhereItWas() {
        tabs.open(FIRST);
        tabs.openNew(SECOND);
        tabs.open(THIRD);
        tabs.openNew(Page.JOBS);
        var closed = tabs.tabs().get(1);
        tabs.close(closed);
        tabs.reopen();
        assertEquals(List.of(FIRST, THIRD, Page.JOBS), all());
        tabs.back();
        assertEquals(SECOND, tabs.location());
    }

    @Test
    void theLastTabThatIsClosedLeavesAnEmptyOne() {
        tabs.open(FIRST);
        tabs.close(tabs.tab());
        assertTrue(tabs.bare());
    }

    @Test
    void anotherHalfsTabsAreAllTakenOver() {
        var other = new TabsViewModel();
        other.open(SECOND);
        other.openNew(THIRD);
        tabs.open(FIRST);
        tabs.takeOver(other);
        assertEquals(List.of(FIRST, SECOND, THIRD), all());
        assertEquals(FIRST, tabs.location());
        assertTrue(other.bare());
    }
}
