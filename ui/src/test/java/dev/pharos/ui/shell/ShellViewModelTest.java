package dev.pharos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.search.SearchViewModel;
import dev.pharos.ui.shell.Location.Page;
import dev.pharos.ui.shell.ShellViewModel.Column;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

final class ShellViewModelTest {
    private static final Target FIRST = target(1);
    private static final Target SECOND = target(2);
    private static final Target SOUND = target(3);

    private final Background background = new Background(_ -> {}, Runnable::run);
    private final ShellViewModel shell =
            new ShellViewModel(
                    new SearchViewModel(
                            _ -> {
                                throw new ProblemException(new Problem.Unexpected(""));
                            },
                            background,
                            _ -> {}),
                    _ -> {},
                    SOUND.source()::equals);

    private static Target target(int number) {
        return new Target(new SourceId(new UUID(0, number)), null, List.of());
    }

    private static List<Location> open(TabsViewModel half) {
        return half.tabs().stream().map(Tab::location).toList();
    }

    private static Location at(Target target) {
        return new Location.Reading(target);
    }

    @Test
    void aSearchTakesTheColumnUntilASectionIsChosen() {
        shell.lineProperty().set("lamp");
        assertEquals(Column.RESULTS, shell.column().getValue());
        shell.choose(Section.TAGS);
        assertEquals(Column.TAGS, shell.column().getValue());
        assertEquals("", shell.lineProperty().get());
    }

    @Test
    void theSectionThatIsThereHidesTheColumnAndShowsItAgain() {
        shell.choose(Section.LIBRARY);
        assertEquals(false, shell.listShownProperty().get());
        shell.choose(Section.LIBRARY);
        assertEquals(true, shell.listShownProperty().get());
    }

    @Test
    void whoHasAskedReturnsToWhereTheyWere() {
        shell.choose(Section.NOTES);
        shell.setAsking(true);
        shell.back();
        assertEquals(Section.NOTES, shell.sectionProperty().get());
    }

    @Test
    void aPageIsOpenOnlyOnce() {
        shell.open(FIRST);
        shell.show(Page.JOBS);
        shell.show(Page.SETTINGS);
        shell.show(Page.JOBS);
        assertEquals(List.of(at(FIRST), Page.JOBS, Page.SETTINGS), open(shell.left()));
        assertEquals(Page.JOBS, shell.location().getValue());
    }

    @Test
    void aPageThatCameFromNowhereIsClosedWhenItIsLeft() {
        shell.open(FIRST);
        shell.show(Page.JOBS);
        shell.leavePage();
        assertEquals(List.of(at(FIRST)), open(shell.left()));
    }

    @Test
    void twoHalvesShowTwoThings() {
        shell.open(FIRST);
        shell.open(SECOND, Where.BESIDE);
        assertEquals(List.of(at(FIRST)), open(shell.left()));
        assertEquals(List.of(at(SECOND)), open(shell.right()));
        assertSame(shell.right(), shell.active());
    }

    @Test
    void joinedHalvesKeepAllTabs() {
        shell.open(FIRST);
        shell.open(SECOND, Where.BESIDE);
        shell.toggleSplit();
        assertEquals(List.of(at(FIRST), at(SECOND)), open(shell.left()));
        assertEquals(at(SECOND), shell.location().getValue());
    }

    @Test
    void joinedHalvesOpenNothingTwice() {
        shell.open(FIRST);
        shell.toggleSplit();
        var read = new Target(FIRST.source(), null, List.of(), new Spot(7, 0, 0));
        shell.right().open(at(read));
        shell.toggleSplit();
        assertEquals(List.of(at(read)), open(shell.left()));
    }

    @Test
    void aHalfWhoseLastTabIsClosedGoes() {
        shell.open(FIRST);
        shell.open(SECOND, Where.BESIDE);
        shell.close(shell.left(), shell.left().tab());
        assertEquals(false, shell.splitProperty().get());
        assertEquals(List.of(at(SECOND)), open(shell.left()));
    }

    @Test
    void aRecordingIsNeverOpenInBothHalves() {
        shell.open(SOUND);
        shell.open(SECOND, Where.BESIDE);
        shell.open(SOUND);
        assertSame(shell.left(), shell.active());
        assertEquals(List.of(at(SECOND)), open(shell.right()));
    }

    @Test
    void whatWasOpenComesBack() {
        shell.restore(List.of(at(FIRST), Page.JOBS), 1, List.of(at(SECOND)), 0);
        assertEquals(Page.JOBS, shell.left().location());
        assertEquals(List.of(at(FIRST), Page.JOBS), shell.locations(false));
        assertEquals(List.of(at(SECOND)), shell.locations(true));
    }
}
