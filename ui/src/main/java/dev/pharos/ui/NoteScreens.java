package dev.pharos.ui;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.command.Tips;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.control.UnkeptBar;
import dev.pharos.ui.document.Opening;
import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.library.NamePopup;
import dev.pharos.ui.note.AroundController;
import dev.pharos.ui.note.AroundViewModel;
import dev.pharos.ui.note.Arrivals;
import dev.pharos.ui.note.Completion;
import dev.pharos.ui.note.FindController;
import dev.pharos.ui.note.HistoryController;
import dev.pharos.ui.note.HistoryViewModel;
import dev.pharos.ui.note.NewNotes;
import dev.pharos.ui.note.NoteBody;
import dev.pharos.ui.note.NoteChanges;
import dev.pharos.ui.note.NoteController;
import dev.pharos.ui.note.NoteDeeds;
import dev.pharos.ui.note.NoteViewModel;
import dev.pharos.ui.note.ReadingViewModel;
import dev.pharos.ui.note.Unsaved;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Pause;

import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Builds the part of the window that has to do with notes. For the JavaFX thread.
final class NoteScreens {
    private static final Duration SAVING = Duration.millis(700);
    private static final Duration AT_LEAST = Duration.seconds(5);
    private static final Duration SHOWING = Duration.millis(220);

    /// What the window gives.
    ///
    /// @param opening shows a source
    record Around(
            Library kept,
            LibraryViewModel library,
            Opening opening,
            Toasts toasts,
            Background background,
            Tips tips) {}

    /// What a half of the window writes.
    record Half(
            ReaderViewModel reader,
            NoteViewModel note,
            NoteChanges changes,
            ReadingViewModel reading,
            AroundViewModel around,
            RelatedScreens related,
            HistoryViewModel history) {}

    private final Around window;
    private final Texts texts;
    private final Fxml fxml;
    private final ProblemText problems;
    private final Arrivals arrivals = new Arrivals();
    private final NewNotes begun;
    private final List<NoteViewModel> written = new ArrayList<>();
    private final Map<ReaderViewModel, NoteController> built = new IdentityHashMap<>();
    private final VBox unkept = new VBox();
    private Consumer<List<SourceId>> exporting = _ -> {};

    NoteScreens(Around window, Texts texts) {
        this.window = window;
        this.texts = texts;
        this.fxml = new Fxml(texts);
        this.problems = new ProblemText(texts);
        begun =
                new NewNotes(
                        window.kept().notes(),
                        arrivals,
                        window.library()::all,
                        window.background(),
                        window.opening(),
                        texts.text("note.untitled"));
        begun.onChoosing(this::choose);
        begun.onTrouble(why -> window.toasts().show(problems.of(why), null, null));
    }

    /// @param active reads for the half that what is done counts for, while a source is open there
    void begin(Supplier<Optional<ReaderViewModel>> active) {
        var commands = window.tips().commands();
        commands.add(Group.DO, "command.newNote", begun::empty, "Shortcut+N");
        commands.add(Group.DO, "command.todayNote", begun::today, "Shortcut+Shift+D");
        Supplier<Optional<NoteController>> open =
                () -> active.get().map(built::get).filter(NoteController::isOpen);
        commands.add(Group.DO, "command.fromTemplate", begun::choose);
        add(commands, "command.renameNote", open, NoteController::rename, "F2");
        add(commands, "command.noteMode", open, NoteController::nextMode, "Shortcut+E");
        add(commands, "command.noteReplace", open, NoteController::replace, "Shortcut+H");
    }

    /// The note that is open in a half, if one is.
    Optional<NoteController> open(ReaderViewModel half) {
        return Optional.ofNullable(built.get(half)).filter(NoteController::isOpen);
    }

    private static void add(
            Commands commands,
            String id,
            Supplier<Optional<NoteController>> open,
            Consumer<NoteController> does,
            String key) {
        commands.add(
                Group.DO, id, () -> open.get().isPresent(), () -> open.get().ifPresent(does), key);
    }

    /// Asks for one of the templates, or tells how to make the first.
    private void choose(List<Source> templates) {
        if (templates.isEmpty()) {
            window.toasts().show(texts.text("note.noTemplates"), null, null);
            return;
        }
        NamePopup.show(
                window.toasts().getScene().getRoot(),
                texts.text("note.template"),
                "",
                templates.stream().map(Source::title).toList(),
                typed ->
                        templates.stream()
                                .filter(each -> holds(each.title(), typed.strip()))
                                .min(Comparator.comparingInt(each -> each.title().length()))
                                .ifPresent(each -> begun.from(each.id())));
    }

    private static boolean holds(String title, String typed) {
        return title.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT));
    }

    /// @param export writes sources into a folder that is asked for
    void onExport(Consumer<List<SourceId>> export) {
        exporting = export;
    }

    NewNotes begun() {
        return begun;
    }

    /// What a half of the window writes: as its reader says.
    Half half(ReaderViewModel reader) {
        var notes = window.kept().notes();
        var background = window.background();
        var note =
                new NoteViewModel(
                        new NoteViewModel.Parts(
                                notes,
                                arrivals,
                                background,
                                Pause.afterTheLast(SAVING),
                                Pause.atMost(AT_LEAST),
                                Pause.afterTheLast(SHOWING)));
        var changes = new NoteChanges(note, window.kept().trash(), window.opening());
        var around = new AroundViewModel(notes, background);
        written.add(note);
        follow(reader, note);
        window.library()
                .all()
                .subscribe(() -> {
                    note.changed(window.library().all());
                    changes.changed(window.library().all());
                    around.read();
                });
        tell(note, changes);
        unkept.getChildren().add(unkept(note));
        return new Half(
                reader,
                note,
                changes,
                new ReadingViewModel(notes, background),
                around,
                related(note, around),
                new HistoryViewModel(notes, changes, background));
    }

    private UnkeptBar<Unsaved> unkept(NoteViewModel note) {
        return new UnkeptBar<>(
                note.unsaved(),
                each -> problems.unkept(each.title(), each.why()),
                note::saveAgain,
                each -> window.opening().open(new Target(each.note(), null, List.of())),
                texts);
    }

    private RelatedScreens related(NoteViewModel note, AroundViewModel around) {
        var related = RelatedScreens.of(window.kept(), window.background(), window.toasts(), texts);
        around.shownProperty().subscribe(related::setShown);
        window.library().all().subscribe(related::changed);
        note.stateProperty()
                .subscribe(state -> {
                    if (state instanceof NoteViewModel.State.Open(var open, _, _)) {
                        related.open(open);
                    }
                });
        return related;
    }

    private static void follow(ReaderViewModel reader, NoteViewModel note) {
        reader.stateProperty()
                .subscribe(state -> {
                    switch (state) {
                        case ReaderViewModel.State.Writing(var now, var target, var document) ->
                                note.open(now, target, document);
                        case ReaderViewModel.State.Reading _,
                                ReaderViewModel.State.Listening _,
                                ReaderViewModel.State.Trashed _,
                                ReaderViewModel.State.Failed _ ->
                                note.leave();
                        case ReaderViewModel.State.Nothing _, ReaderViewModel.State.Loading _ -> {}
                    }
                });
    }

    /// News of what was done, with its way back.
    private void tell(NoteViewModel note, NoteChanges changes) {
        note.problemProperty()
                .subscribe(why -> {
                    if (why != null) {
                        window.toasts().show(problems.of(why), null, null);
                    }
                });
        changes.onRenamed(renamed -> {
            if (renamed.from().equals(texts.text("note.untitled"))) {
                return; // it has got its first name
            }
            long others =
                    renamed.changed().stream()
                            .filter(each -> !each.note().equals(renamed.note()))
                            .count();
            window.toasts()
                    .tell(
                            texts.text("note.renamed", Toasts.name(renamed.to()), others),
                            () -> changes.undo(renamed));
        });
        changes.onStays(renamed ->
                window.toasts()
                        .show(
                                texts.text("note.renamedSince", Toasts.name(renamed.to())),
                                null,
                                null));
        changes.onTrashed(source ->
                window.toasts()
                        .tell(
                                texts.text("note.trashed", Toasts.name(source.title())),
                                () -> changes.takeBack(source.id())));
    }

    /// Keeps what is not yet kept.
    ///
    /// @param others what could not be kept elsewhere
    /// @return that and what could not be kept here, in words
    List<String> save(List<String> others) {
        var lost = new ArrayList<>(others);
        written.stream()
                .flatMap(note -> note.saveBeforeClosing().stream())
                .forEach(each -> lost.add(problems.unkept(each.title(), each.why())));
        return lost;
    }

    /// Tells above everything what could not be kept.
    Parent unkept() {
        return unkept;
    }

    Pane pane(Half half, FileChoice files) {
        var note = half.note();
        var parts = parts(half, files);
        var controller =
                new NoteController(
                        note,
                        half.changes(),
                        half.history(),
                        half.around(),
                        parts,
                        texts,
                        problems);
        built.put(half.reader(), controller);
        return new Pane(
                        fxml.load(NoteController.class, "note", controller),
                        controller::content,
                        controller::first,
                        null)
                .withSpot(parts.body()::spot);
    }

    private NoteBody body(Half half, FileChoice files) {
        var completion =
                new Completion(window.kept().notes(), window.library()::all, window.background());
        return new NoteBody(
                new NoteBody.Parts(
                        half.note(),
                        half.changes(),
                        half.reading(),
                        completion,
                        begun,
                        window.opening(),
                        files),
                texts);
    }

    private NoteController.Parts parts(Half half, FileChoice files) {
        var body = body(half, files);
        var find = new FindController(body.finding(), half.note()::write, texts);
        var versions = new HistoryController(half.history(), texts, problems);
        var deeds =
                new NoteDeeds(
                        half.note(),
                        window.opening(),
                        exporting,
                        link ->
                                window.toasts()
                                        .show(texts.text("note.linkCopied", link), null, null));
        var aside =
                new AroundController(
                        half.around(),
                        half.reading(),
                        half.note(),
                        window.opening(),
                        half.related().box(window.opening(), deeds::addLink, texts),
                        texts);
        return new NoteController.Parts(
                body,
                fxml.load(FindController.class, "find", find),
                find,
                fxml.load(HistoryController.class, "history", versions),
                versions,
                fxml.load(AroundController.class, "around", aside),
                deeds,
                window.tips());
    }
}
