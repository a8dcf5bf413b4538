package dev.pharos.ui.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.settings.SettingsFile;
import dev.pharos.ui.Texts;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.palette.PaletteViewModel.Entry;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

@SuppressWarnings("NullAway.Init")
final class PaletteViewModelTest {
    @TempDir Path temp;
    private final Background background = new Background(Runnable::run, Runnable::run);
    private final Commands commands = new Commands("Ctrl");
    private boolean recording;

    @BeforeEach
    void add() {
        commands.add(Group.GO, "command.settings", () -> {});
        commands.add(Group.TABS, "command.newTab", () -> {});
        commands.add(Group.DO, "command.mark", () -> recording, () -> {});
    }

    private PaletteViewModel palette() {
        return palette(background);
    }

    private PaletteViewModel palette(Background worker) {
        return palette(worker, Locale.ENGLISH);
    }

    private PaletteViewModel palette(Background worker, Locale language) {
        var library =
                new LibraryViewModel(
                        _ -> List.of(source(1, "The new harbour"), source(2, "Tides", "test.epub")),
                        background,
                        Runnable::run,
                        Locale.ENGLISH);
        library.load();
        var palette =
                new PaletteViewModel(
                        commands,
                        library,
                        new SettingsFile(temp.resolve("settings.json")),
                        worker,
                        new Texts(language));
        palette.load();
        return palette;
    }

    private static Source source(int number, String title) {
        return source(number, title, title);
    }

    private static Source source(int number, String title, String file) {
        return new Source(
                new SourceId(new UUID(0, number)),
                SourceKind.NOTE,
                title,
                Path.of(file),
                1,
                "",
                0,
                "text/markdown",
                "en",
                List.of(),
                Set.of(),
                null,
                null,
                Instant.EPOCH,
                1);
    }

    private static List<String> names(PaletteViewModel palette) {
        return palette.entriesProperty().get().stream()
                .map(entry ->
                        switch (entry) {
                            case Entry.Deed(var command) -> command.id();
                            case Entry.Thing(var source) -> source.title();
                        })
                .toList();
    }

    @Test
    void commandsAndSourcesAreFoundTogether() {
        var palette = palette();
        palette.begin(false);
        palette.textProperty().set("new");
        assertEquals(List.of("command.newTab", "The new harbour"), names(palette));
    }

    @Test
    void aCommandThatBeginsSoComesBeforeARecentSourceThatHasItWithin() {
        var palette = palette();
        palette.begin(true);
        palette.textProperty().set("harbour");
        palette.chosen(palette.entriesProperty().get().getFirst());
        palette.begin(false);
        palette.textProperty().set("new");
        assertEquals(List.of("command.newTab", "The new harbour"), names(palette));
    }

    @Test
    void aSourceIsFoundByTheNameOfItsFile() {
        var palette = palette();
        palette.begin(true);
        palette.textProperty().set("test.epub");
        assertEquals(List.of("Tides"), names(palette));
    }

    @Test
    void aCommandIsFoundByWhatElseItMayBeCalled() {
        commands.add(Group.GO, "command.research", () -> {});
        for (var language : List.of("en", "de", "ru")) {
            var palette = palette(background, Locale.of(language));
            palette.begin(false);
            palette.textProperty().set("research");
            assertEquals(List.of("command.research"), names(palette), language);
        }
    }

    @Test
    void nothingFitsOnlyOnceThatIsKnown() {
        var worker = new ArrayDeque<Runnable>();
        var palette = palette(new Background(worker::add, Runnable::run));
        worker.forEach(Runnable::run);
        worker.clear();
        palette.begin(false);
        palette.textProperty().set("xyz");
        assertTrue(palette.searchingProperty().get());
        worker.forEach(Runnable::run);
        assertFalse(palette.searchingProperty().get());
        assertEquals(List.of(), names(palette));
    }

    @Test
    void whatCannotBeDoneIsNotOffered() {
        var palette = palette();
        palette.begin(false);
        assertEquals(List.of("command.settings", "command.newTab"), names(palette));
    }

    @Test
    void byNameOnlySourcesAreFound() {
        var palette = palette();
        palette.begin(true);
        palette.textProperty().set("e");
        assertEquals(Set.of("The new harbour", "Tides"), Set.copyOf(names(palette)));
    }

    @Test
    void whatWasChosenLastComesFirstAlsoAfterARestart() {
        var palette = palette();
        palette.begin(true);
        palette.chosen(palette.entriesProperty().get().get(1));
        var next = palette();
        next.begin(false);
        assertEquals("Tides", names(next).getFirst());
    }
}
