package dev.pharos.ui.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;

/// Over a real library. Work is done when the test says so, and typing is kept at once.
@SuppressWarnings("NullAway.Init")
final class CaptureViewModelTest {
    @TempDir Path temp;
    private final ArrayDeque<Runnable> worker = new ArrayDeque<>();
    private Library library;

    @BeforeEach
    void open() throws ProblemException {
        library =
                Library.open(
                        temp.resolve("library"),
                        Library.Access.WRITE,
                        new Abilities(
                                new DirectExtractor(),
                                FixedEmbedders.of(new HashingEmbedder()),
                                Abilities.Chat.NONE,
                                null));
    }

    @AfterEach
    void close() {
        library.close();
    }

    private CaptureViewModel capture(CaptureViewModel.Notes notes) {
        var capture =
                new CaptureViewModel(
                        notes,
                        new KeptDraft(temp.resolve("draft")),
                        new Background(worker::add, Runnable::run),
                        Runnable::run,
                        () -> "Nameless");
        capture.load();
        work();
        return capture;
    }

    private CaptureViewModel capture() {
        return capture((title, markdown) -> library.notes().create(title, markdown, ""));
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private static void type(CaptureViewModel capture, String text) {
        capture.textProperty().set(text);
    }

    @Test
    void theFirstLineIsTheTitleAndTheRestTheNote() throws ProblemException {
        var capture = capture();
        type(capture, "# Lamps\nBuy *two*.\n");
        capture.keep();
        work();
        assertEquals("", capture.textProperty().get());
        assertEquals(
                List.of("Lamps"), library.sources().all().stream().map(Source::title).toList());
        var note = library.notes().find(library.sources().all().getFirst().id()).orElseThrow();
        assertEquals("Buy *two*.", note.markdown().strip());
    }

    @Test
    void whatWasTypedIsThereAgainAfterTheProgramDied() {
        type(capture(), "half a thou");
        work();
        assertEquals("half a thou", capture().textProperty().get());
    }

    @Test
    void whatIsKeptAsANoteDoesNotComeAgain() {
        var capture = capture();
        type(capture, "A thought");
        capture.keep();
        work();
        assertEquals("", capture().textProperty().get());
    }

    @Test
    void whatCannotBecomeANoteStaysAndSaysWhy() {
        var capture =
                capture((_, _) -> {
                    throw new ProblemException(new Problem.DiskFull(temp));
                });
        type(capture, "A thought");
        capture.keep();
        work();
        assertEquals("A thought", capture.textProperty().get());
        assertInstanceOf(Problem.DiskFull.class, capture.problemProperty().get());
    }

    @Test
    void whatIsTypedBeforeTheEarlierThoughtIsReadFollowsIt() {
        type(capture(), "Earlier");
        work();
        var capture =
                new CaptureViewModel(
                        (title, markdown) -> library.notes().create(title, markdown, ""),
                        new KeptDraft(temp.resolve("draft")),
                        new Background(worker::add, Runnable::run),
                        Runnable::run,
                        () -> "Nameless");
        capture.load();
        type(capture, "Later");
        work();
        assertEquals("Earlier\n\nLater", capture.textProperty().get());
    }

    @Test
    void whatCannotBeReadDoesNotKeepANewThoughtFromBeingKept() throws Exception {
        Path file = temp.resolve("draft");
        Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28});

        var capture = capture();
        assertInstanceOf(Problem.Unexpected.class, capture.problemProperty().get());
        type(capture, "New");
        work();

        assertEquals("New", Files.readString(file));
        try (var files = Files.list(temp)) {
            assertEquals(
                    1,
                    files.filter(each -> each.getFileName().toString().startsWith("draft.unread"))
                            .count());
        }
        assertNull(capture.saveBeforeClosing());
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));
        type(capture, "Newer");
        assertNotNull(capture.saveBeforeClosing());
    }
}
