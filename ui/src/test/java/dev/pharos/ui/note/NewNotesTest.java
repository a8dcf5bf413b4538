package dev.pharos.ui.note;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// Notes are begun over a real library, while the list of sources does not know them yet.
@SuppressWarnings("NullAway.Init")
final class NewNotesTest {
    private final Queue<Runnable> worker = new ArrayDeque<>();
    @TempDir Path temp;
    private Library library;
    private NewNotes begun;

    @BeforeEach
    void open() throws Exception {
        library =
                Library.open(
                        temp,
                        Library.Access.WRITE,
                        new Abilities(
                                new DirectExtractor(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE));
        begun =
                new NewNotes(
                        library.notes(),
                        new Arrivals(),
                        List::of,
                        new Background(worker::add, Runnable::run),
                        (_, _) -> {},
                        "Untitled");
    }

    @AfterEach
    void close() {
        library.close();
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    @Test
    void thereIsOneNoteOfTodayHoweverOftenItIsAskedFor() {
        begun.today();
        begun.today();
        work();
        begun.today();
        work();
        assertEquals(1, library.sources().all().size());
    }

    @Test
    void aLinkThatIsFollowedTwiceBeginsOneNote() {
        begun.named("Moon");
        begun.named("Moon");
        work();
        begun.named("Moon");
        work();
        assertEquals(1, library.sources().all().size());
    }
}
