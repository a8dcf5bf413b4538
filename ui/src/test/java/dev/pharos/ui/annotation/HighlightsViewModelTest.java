package dev.pharos.ui.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.annotation.Highlight.Colour;
import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.library.Changing;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Over a real library, whose work is done at once.
@SuppressWarnings("NullAway.Init")
final class HighlightsViewModelTest {
    private final Background background = new Background(Runnable::run, Runnable::run);
    private final Texts texts = new Texts(Locale.ENGLISH);
    @TempDir Path temp;
    private Library kept;
    private Runnable back = () -> {};
    private HighlightsViewModel highlights;

    @BeforeEach
    void open() throws Exception {
        kept =
                Library.open(
                        temp.resolve("library"),
                        Library.Access.WRITE,
                        new Abilities(
                                new DirectExtractor(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE));
        mark("Tides", "High water at six.", Colour.YELLOW, "");
        mark("Lamps", "Forty of them.", Colour.BLUE, "Who counted?");
        var library =
                new LibraryViewModel(
                        _ -> kept.sources().all(), background, Runnable::run, Locale.ENGLISH);
        var changing =
                new Changing(
                        background,
                        (_, undo) -> back = undo == null ? () -> {} : undo,
                        new ProblemText(texts));
        highlights =
                new HighlightsViewModel(kept.highlights(), library, changing, background, texts);
        library.load();
    }

    @AfterEach
    void close() {
        kept.close();
    }

    private void mark(String title, String words, Colour colour, String note) throws Exception {
        var source = kept.notes().create(title, words + "\n", "").id();
        kept.highlights().add(source, 0, words.length(), colour, note);
    }

    private List<String> quotes() {
        return highlights.shown().stream().map(each -> each.highlight().quote()).toList();
    }

    @Test
    void theyAreNarrowedByColour() {
        highlights.colourProperty().set(Colour.YELLOW);
        assertEquals(List.of("High water at six."), quotes());
    }

    @Test
    void wordsAreLookedForInWhatWasMarkedWrittenAndNamed() {
        highlights.filterProperty().set("COUNTED lamps forty");
        assertEquals(List.of("Forty of them."), quotes());
    }

    @Test
    void whatIsRemovedCanBeTakenBack() {
        highlights.filterProperty().set("forty");
        highlights.remove(List.copyOf(highlights.shown()));
        assertEquals(List.of(), quotes());
        back.run();
        assertEquals(List.of("Forty of them."), quotes());
    }

    @Test
    void theyAreCopiedWithALinkToTheirSource() {
        highlights.filterProperty().set("forty");
        assertEquals(
                "[[Lamps|Lamps]]\n\n> Forty of them.\n\nWho counted?\n\n[[Lamps|paragraph 1]]\n",
                highlights.markdown(List.copyOf(highlights.shown())));
    }
}
