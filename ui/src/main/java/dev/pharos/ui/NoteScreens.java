package dev.pharos.ui;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.note.AroundController;
import dev.pharos.ui.note.AroundViewModel;
import dev.pharos.ui.note.Completion;
import dev.pharos.ui.note.FindController;
import dev.pharos.ui.note.HistoryController;
import dev.pharos.ui.note.HistoryViewModel;
import dev.pharos.ui.note.NewNotes;
import dev.pharos.ui.note.NoteBody;
import dev.pharos.ui.note.NoteChanges;
import dev.pharos.ui.note.NoteController;
import dev.pharos.ui.note.NoteViewModel;
import dev.pharos.ui.note.ReadingViewModel;
import dev.pharos.ui.note.UnkeptController;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Pause;

import javafx.scene.Parent;
import javafx.util.Duration;

import java.util.List;
import java.util.function.Consumer;

/// Builds the part of the window that has to do with notes. For the JavaFX thread.
final class NoteScreens {
    private static final Duration SAVING = Duration.millis(700);
    private static final Duration AT_LEAST = Duration.seconds(5);
    private static final Duration SHOWING = Duration.millis(220);

    private final Texts texts;
    private final Fxml fxml;
    private final ProblemText problems;
    private final LibraryViewModel library;
    private final NoteViewModel note;
    private final NoteChanges changes;
    private final ReadingViewModel reading;
    private final AroundViewModel around;
    private final HistoryViewModel history;
    private final Completion completion;
    private final NewNotes begun;
    private final Consumer<Target> open;

    /// @param open shows a source
    NoteScreens(
            Library kept,
            LibraryViewModel library,
            Background background,
            Texts texts,
            Consumer<Target> open) {
        this.texts = texts;
        this.fxml = new Fxml(texts);
        this.problems = new ProblemText(texts);
        this.library = library;
        this.open = open;
        var notes = kept.notes();
        note =
                new NoteViewModel(
                        new NoteViewModel.Parts(
                                notes,
                                background,
                                Pause.afterTheLast(SAVING),
                                Pause.atMost(AT_LEAST),
                                Pause.afterTheLast(SHOWING)));
        changes = new NoteChanges(note, kept.trash(), open);
        reading = new ReadingViewModel(notes, background);
        around = new AroundViewModel(notes, background);
        history = new HistoryViewModel(notes, changes, background);
        completion = new Completion(notes, library::all, background);
        begun = new NewNotes(note, library::all, open, texts.text("note.untitled"));
    }

    /// Begins to follow what is opened and what changes in the library.
    void begin(ReaderViewModel reader) {
        reader.stateProperty()
                .subscribe(state -> {
                    switch (state) {
                        case ReaderViewModel.State.Writing(var now, var target, var document) ->
                                note.open(now, target, document);
                        case ReaderViewModel.State.Reading _,
                                ReaderViewModel.State.Listening _,
                                ReaderViewModel.State.Failed _ ->
                                note.leave();
                        case ReaderViewModel.State.Nothing _, ReaderViewModel.State.Loading _ -> {}
                    }
                });
        library.all().subscribe(() -> {
            note.changed(library.all());
            around.read();
        });
    }

    NewNotes newNotes() {
        return begun;
    }

    /// Keeps what is not yet kept.
    ///
    /// @return what could not be kept, in words
    List<String> save() {
        return note.saveBeforeClosing().stream()
                .map(each -> UnkeptController.words(each, texts, problems))
                .toList();
    }

    Parent unkept(Consumer<SourceId> show) {
        var controller = new UnkeptController(note, show, texts, problems);
        return fxml.load(UnkeptController.class, "unkept", controller);
    }

    Pane note(FileChoice files) {
        var body =
                new NoteBody(
                        new NoteBody.Parts(
                                note, changes, reading, completion, begun, open, files),
                        texts);
        var find = new FindController(body.finding(), note::write, texts);
        var versions = new HistoryController(history, texts, problems);
        var aside =
                new AroundController(
                        around,
                        reading,
                        note,
                        (source, offset) -> {
                            note.expect(source.id(), new NoteViewModel.Place.Offset(offset));
                            open.accept(Target.of(source));
                        },
                        texts);
        var parts =
                new NoteController.Parts(
                        body,
                        fxml.load(FindController.class, "find", find),
                        find,
                        fxml.load(HistoryController.class, "history", versions),
                        versions,
                        fxml.load(AroundController.class, "around", aside));
        var controller =
                new NoteController(note, changes, history, around, parts, texts, problems);
        return new Pane(
                fxml.load(NoteController.class, "note", controller),
                controller::content,
                controller::first);
    }
}
