package dev.pharos.ui.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.pharos.engine.document.DirectExtractor;
import dev.pharos.engine.library.Abilities;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.meaning.FixedEmbedders;
import dev.pharos.engine.meaning.HashingEmbedder;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Notes;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.work.Background;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;

/// Keeping what is written, over a real library whose disk can be full; the worker is a queue that
/// is held here.
@SuppressWarnings("NullAway.Init")
final class NoteViewModelTest {
    private final Queue<Runnable> worker = new ArrayDeque<>();
    private final Paper sheet = new Paper();
    @TempDir Path temp;
    private Library library;
    private NoteViewModel viewModel;
    private boolean full;

    /// What is written, without a control.
    private static final class Paper implements Sheet {
        private String text = "";

        @Override
        public String text() {
            return text;
        }

        @Override
        public void begin(SourceId note, String now) {
            text = now;
        }

        @Override
        public void take(String now) {
            text = now;
        }

        @Override
        public void insert(String now) {
            text += now;
        }
    }

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
        viewModel =
                new NoteViewModel(
                        new NoteViewModel.Parts(
                                notes(),
                                new Arrivals(),
                                new Background(worker::add, Runnable::run),
                                _ -> {},
                                _ -> {},
                                _ -> {}));
        viewModel.setSheet(sheet);
    }

    @AfterEach
    void close() {
        library.close();
    }

    /// The library's notes, of which none can be saved while the disk is full.
    private Notes notes() {
        return (Notes)
                Proxy.newProxyInstance(
                        Notes.class.getClassLoader(),
                        new Class<?>[] {Notes.class},
                        (_, method, arguments) -> {
                            if (full && method.getName().equals("save")) {
                                throw new ProblemException(new Problem.DiskFull(temp));
                            }
                            try {
                                return method.invoke(library.notes(), arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private Note opened(String title, String text) throws Exception {
        var note = library.notes().create(title, text, "");
        viewModel.open(note, Target.of(note.source()), null);
        return note;
    }

    private void write(String text) {
        sheet.text = text;
        viewModel.edited();
        viewModel.saveNow();
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private String kept(Note note) {
        return library.notes().find(note.id()).orElseThrow().markdown();
    }

    private Draft.State state() {
        return viewModel.keepingProperty().get();
    }

    @Test
    void whatIsWrittenDuringASaveIsKeptAfterIt() throws Exception {
        var note = opened("Log", "");
        write("One.");
        write("One. Two.");
        work();
        assertEquals("One. Two.", kept(note));
        assertEquals(new Draft.State.Kept(false), state());
    }

    @Test
    void whatCannotBeKeptIsKeptAsSoonAsThereIsRoom() throws Exception {
        var note = opened("Log", "");
        full = true;
        write("One.");
        work();
        assertEquals(new Draft.State.Failed(new Problem.DiskFull(temp)), state());
        full = false;
        viewModel.saveAgain();
        work();
        assertEquals("One.", kept(note));
    }

    @Test
    void whatCannotBeKeptWaitsWhileAnotherNoteIsOpen() throws Exception {
        var note = opened("Log", "");
        full = true;
        write("One.");
        opened("Tides", "");
        work();
        assertEquals(
                List.of(new Unsaved(note.id(), "Log", new Problem.DiskFull(temp))),
                viewModel.unsaved());
        full = false;
        viewModel.saveAgain();
        work();
        assertEquals("One.", kept(note));
        assertEquals(List.of(), viewModel.unsaved());
    }

    @Test
    void wordsThatAreNotKeptAreThereWhenTheNoteIsOpenedAgain() throws Exception {
        var note = opened("Log", "");
        full = true;
        write("One.");
        opened("Tides", "");
        work();
        viewModel.open(note, Target.of(note.source()), null);
        assertEquals("One.", sheet.text);
    }

    @Test
    void closingKeepsWhatWasTypedLast() throws Exception {
        var note = opened("Log", "");
        write("One.");
        sheet.text = "One. Two.";
        assertEquals(List.of(), viewModel.saveBeforeClosing());
        assertEquals("One. Two.", kept(note));
    }

    @Test
    void closingTellsWhatCannotBeKept() throws Exception {
        var note = opened("Log", "");
        full = true;
        sheet.text = "One.";
        assertEquals(
                List.of(new Unsaved(note.id(), "Log", new Problem.DiskFull(temp))),
                viewModel.saveBeforeClosing());
    }

    @Test
    void otherLinesOfSomebodyElseComeIn() throws Exception {
        var note = opened("Log", "One.\n\nTwo.\n");
        library.notes().save(note.id(), note.revision(), "One!\n\nTwo.\n");
        write("One.\n\nTwo?\n");
        work();
        assertEquals("One!\n\nTwo?\n", sheet.text);
        assertEquals("One!\n\nTwo?\n", kept(note));
    }

    private Note disputed() throws Exception {
        var note = opened("Log", "One.\n");
        library.notes().save(note.id(), note.revision(), "Theirs.\n");
        write("Mine.\n");
        work();
        assertInstanceOf(Draft.State.Disputed.class, state());
        return note;
    }

    @Test
    void mineStandsWithWhatWasWrittenSince() throws Exception {
        var note = disputed();
        sheet.text = "Mine.\n\nMore.\n";
        viewModel.decide(true);
        work();
        assertEquals("Mine.\n\nMore.\n", kept(note));
    }

    @Test
    void theirsStandsAndMineIsAVersion() throws Exception {
        var note = disputed();
        viewModel.decide(false);
        work();
        assertEquals("Theirs.\n", sheet.text);
        assertEquals("Theirs.\n", kept(note));
        assertEquals(
                true,
                library.notes().versions(note.id()).stream()
                        .map(each -> library.notes().text(note.id(), each.revision()))
                        .anyMatch(text -> Objects.equals(text.orElse(""), "Mine.\n")));
    }

    @Test
    void whoLeavesADisputeMeansMine() throws Exception {
        var note = disputed();
        opened("Tides", "");
        work();
        assertEquals("Mine.\n", kept(note));
    }

    @Test
    void anEarlierRenameThatCannotBeTakenBackSaysSo() throws Exception {
        var note = opened("Log", "");
        var changes = new NoteChanges(viewModel, library.trash(), (_, _) -> {});
        var stayed = new ArrayList<String>();
        var renamed = new ArrayList<Notes.Renamed>();
        changes.onRenamed(renamed::add);
        changes.onStays(each -> stayed.add(each.to()));
        changes.rename("Journal");
        work();
        changes.rename("Diary");
        work();

        changes.undo(renamed.getFirst());
        work();

        assertEquals(List.of("Journal"), stayed);
        assertEquals("Diary", library.notes().find(note.id()).orElseThrow().title());
    }

    @Test
    void wordsWrittenDuringARenameStayBesideTheNewTitle() throws Exception {
        var note = opened("Log", "# Log\n\nOne.\n");
        var changes = new NoteChanges(viewModel, library.trash(), (_, _) -> {});
        changes.rename("Journal");
        write("# Log\n\nOne.\n\nTwo.\n");
        work();
        assertEquals("# Journal\n\nOne.\n\nTwo.\n", kept(note));
    }

    @Test
    void aFileGoesIntoTheNoteThatItWasDroppedOn() throws Exception {
        var file = Files.writeString(temp.resolve("chart.txt"), "Rocks.");
        var log = opened("Log", "One.\n");
        new NoteChanges(viewModel, library.trash(), (_, _) -> {}).attach(file);
        var tides = opened("Tides", "");
        work();
        assertEquals("One.\n\n[chart.txt](chart.txt)\n", kept(log));
        assertEquals(6, library.notes().attachment(log.id(), "chart.txt").orElseThrow().size());
        assertEquals("", kept(tides));
        assertEquals("", sheet.text);
    }

    @Test
    void aTitleTypedUntilTheNoteWasLeftIsItsOwn() throws Exception {
        var log = opened("Log", "One.\n");
        var changes = new NoteChanges(viewModel, library.trash(), (_, _) -> {});
        viewModel.drafts().onLeaving(left -> changes.rename(left, "Journal"));
        var tides = opened("Tides", "");
        work();
        changes.rename("Tides");
        work();
        assertEquals("Journal", library.notes().find(log.id()).orElseThrow().title());
        assertEquals("Tides", library.notes().find(tides.id()).orElseThrow().title());
        assertEquals(List.of(), viewModel.unsaved());
    }
}
