package dev.pharos.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

final class LibraryViewModelTest {
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private final List<Source> kept = new ArrayList<>();
    private boolean unreadable;
    private final LibraryViewModel viewModel =
            new LibraryViewModel(
                    _ -> {
                        if (unreadable) {
                            throw new IllegalStateException("as a database that is damaged");
                        }
                        return List.copyOf(kept);
                    },
                    new Background(worker::add, Runnable::run),
                    Runnable::run,
                    Locale.GERMAN);
    private final SourcesViewModel list = viewModel.those(_ -> true);

    private static Source source(int number, String title, String author, String tag) {
        return new Source(
                new SourceId(new UUID(0, number)),
                SourceKind.NOTE,
                title,
                Path.of(title),
                1,
                "",
                0,
                "text/markdown",
                "en",
                List.of(author),
                Set.of(tag),
                null,
                null,
                Instant.EPOCH.plusSeconds(number),
                1);
    }

    @BeforeEach
    void load() {
        kept.add(source(1, "Öfen", "Anna", "heat"));
        kept.add(source(2, "Zeit", "Ben", "clock"));
        kept.add(source(3, "Licht", "Anna", "lamp"));
        viewModel.load();
        worker.remove().run();
    }

    private List<String> titles() {
        return list.shown().stream().map(Source::title).toList();
    }

    @Test
    void theNewestImportComesFirst() {
        assertEquals(List.of("Licht", "Zeit", "Öfen"), titles());
    }

    @Test
    void titlesAreOrderedAsTheirLanguageOrdersThem() {
        list.orderProperty().set(SourcesViewModel.Order.TITLE);
        assertEquals(List.of("Licht", "Öfen", "Zeit"), titles());
    }

    @Test
    void everyWordOfTheFilterMustOccurSomewhere() {
        list.filterProperty().set("anna LAMP");
        assertEquals(List.of("Licht"), titles());
    }

    @Test
    void aChangeDuringAReadIsReadAfterIt() {
        viewModel.changed();
        kept.add(source(4, "Neu", "Cem", "new"));
        viewModel.changed();
        worker.remove().run();
        worker.remove().run();
        assertEquals(List.of("Neu", "Licht", "Zeit", "Öfen"), titles());
    }

    @Test
    void aListThatCannotBeReadIsToldAndIsNoEmptyLibrary() {
        unreadable = true;
        viewModel.load();
        worker.remove().run();
        assertInstanceOf(Problem.Unexpected.class, viewModel.problemProperty().get());
        assertFalse(viewModel.bare());
        assertEquals(List.of("Licht", "Zeit", "Öfen"), titles()); // what was read before stays
        unreadable = false;
        viewModel.load();
        worker.remove().run();
        assertNull(viewModel.problemProperty().get());
    }
}
