package dev.pharos.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.ui.shell.WindowSettings.Kept;

import org.junit.jupiter.api.Test;

import java.util.List;

final class WindowSettingsTest {
    private static final WindowSettings LEFT =
            new WindowSettings(
                    900,
                    700,
                    false,
                    Section.NOTES,
                    true,
                    300,
                    null,
                    0.5,
                    List.of(
                            new Kept(Location.Page.JOBS, null, null, null),
                            new Kept(null, "a", null, null)),
                    1,
                    List.of(new Kept(null, "thrown away since", null, null)),
                    0);

    @Test
    void theLibraryWhoseSourcesWereOpenKeepsAllThatWas() {
        assertEquals(LEFT, LEFT.begun("a"::equals));
    }

    @Test
    void anotherLibraryBeginsWithTheSameWindowAndNothingOpen() {
        var begun = LEFT.begun("of another library"::equals);
        assertEquals(List.of(), begun.left());
        assertEquals(List.of(), begun.right());
        assertEquals(LEFT.width(), begun.width());
        assertEquals(Section.NOTES, begun.section());
    }
}
