package dev.pharos.ui;

import dev.pharos.engine.batch.Batch;
import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.making.Made;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.batch.BatchLeads;
import dev.pharos.ui.batch.BatchesController;
import dev.pharos.ui.batch.BatchesViewModel;
import dev.pharos.ui.batch.MakingBar;
import dev.pharos.ui.batch.TakingViewModel;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.command.Tips;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.making.MadeBar;
import dev.pharos.ui.making.MadeViewModel;
import dev.pharos.ui.making.MakeNoteButton;
import dev.pharos.ui.making.MakingQuestion;
import dev.pharos.ui.making.MakingSettings;
import dev.pharos.ui.making.MakingViewModel;
import dev.pharos.ui.making.MakingViewModel.News;
import dev.pharos.ui.making.MemoBar;
import dev.pharos.ui.making.MemoViewModel;
import dev.pharos.ui.making.MemoWish;
import dev.pharos.ui.making.QuizCommand;
import dev.pharos.ui.note.HistoryViewModel;
import dev.pharos.ui.note.NoteViewModel;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.shell.HalfView;
import dev.pharos.ui.shell.Location;
import dev.pharos.ui.shell.Location.Page;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Builds the part of the window in which notes are made from what was said or written. For the
/// JavaFX thread.
final class MakingScreens {

    /// What the window gives.
    ///
    /// @param sound null where nothing is heard
    /// @param research leads to the choice of a search service
    record Around(
            Desktop desktop,
            ShellViewModel shell,
            Toasts toasts,
            Tips tips,
            @Nullable SoundScreens sound,
            Runnable research,
            Background background) {}

    private final Around window;
    private final Texts texts;
    private final ProblemText problems;
    private final Kept<MakingSettings> settings;
    private final BatchesViewModel batches;
    private final TakingViewModel taking;
    private final MakingViewModel making;
    private final MakingQuestion question;
    private final Kept<MemoWish> wish;
    private final @Nullable MemoViewModel memo;
    private final List<MadeViewModel> shown = new ArrayList<>();
    private @Nullable Location asked;

    /// What had the keyboard then.
    private @Nullable Node keyboard;

    MakingScreens(Around window, Texts texts) {
        this.window = window;
        this.texts = texts;
        problems = new ProblemText(texts);
        var sound = window.sound();
        settings =
                new Kept<>(
                        window.desktop().settings(),
                        MakingSettings.FEATURE,
                        MakingSettings.class,
                        MakingSettings.DEFAULT,
                        window.background());
        batches = new BatchesViewModel(library().batches(), window.background());
        making = new MakingViewModel(library(), batches::submit, window.background());
        taking =
                new TakingViewModel(
                        library().importer()::importAll,
                        library().sources(),
                        window.background(),
                        this::ask);
        question =
                new MakingQuestion(
                        making,
                        library(),
                        settings,
                        new MakingReach(window.desktop(), texts),
                        window.background(),
                        texts);
        wish = MemoWish.kept(library().folder(), window.background());
        memo =
                sound == null
                        ? null
                        : new MemoViewModel(
                                sound.recording(), making, wish, settings::value, this::tell);
        making.onMade(this::made);
        batches.onEnd(this::ended);
        batches.onWaiting(() -> lead(texts.text("making.waiting")));
    }

    private Library library() {
        return window.desktop().library();
    }

    /// Goes on with what was begun, and adds what can be done.
    ///
    /// @param open reads for the half that what is done counts for, while a source is open there
    /// @param chosen what is chosen in a list
    /// @return ends the listening
    Runnable begin(Supplier<Optional<ReaderViewModel>> open, Supplier<List<Source>> chosen) {
        settings.load();
        wish.loadHere();
        var hearing = making.begin();
        var listening = library().jobs().onChange(batches::changed);
        batches.load();
        Supplier<Optional<Source>> read = () -> open.get().flatMap(MakingScreens::source);
        Supplier<List<Source>> sources = () -> wanted(read.get(), chosen.get());
        Predicate<Source> made = note -> shown.stream().anyMatch(each -> each.isOf(note.id()));
        Commands commands = window.tips().commands();
        commands.add(
                Group.DO,
                "command.makeNote",
                () -> !sources.get().isEmpty(),
                () -> ask(sources.get()),
                "Shortcut+U");
        new QuizCommand(
                        library(),
                        window.shell(),
                        window.background(),
                        () -> window.toasts().show(texts.text("quiz.there"), null, null),
                        this::tell)
                .into(commands, sources);
        commands.add(
                Group.DO,
                "command.makeAgain",
                () -> read.get().filter(made).isPresent(),
                () -> read.get().filter(made).map(List::of).ifPresent(this::ask));
        if (memo != null) {
            commands.add(Group.DO, "command.memo", () -> record(memo), "Shortcut+Shift+R");
        }
        return () -> {
            hearing.close();
            listening.close();
        };
    }

    /// Several that are chosen, or what is chosen in the list that has the keyboard, come before
    /// what is open, unless the keyboard is there.
    private List<Source> wanted(Optional<Source> open, List<Source> chosen) {
        var scene = window.toasts().getScene();
        var keyboard = scene == null ? null : scene.getFocusOwner();
        boolean list = chosen.size() > 1 || !chosen.isEmpty() && keyboard instanceof ListView<?>;
        boolean those = list && HalfView.around(keyboard).isEmpty();
        return open.filter(_ -> !those).map(List::of).orElse(chosen);
    }

    /// Another recording that is under way goes on.
    private void record(MemoViewModel memo) {
        if (memo.otherUnderWay()) {
            window.toasts().show(texts.text("memo.other"), texts.text("memo.take"), memo::take);
        } else {
            memo.startOrStop();
        }
    }

    private static Optional<Source> source(ReaderViewModel reader) {
        return switch (reader.stateProperty().get()) {
            case ReaderViewModel.State.Reading(var opened, _) -> Optional.of(opened.source());
            case ReaderViewModel.State.Listening(var source, _) -> Optional.of(source);
            case ReaderViewModel.State.Writing(var note, _, _) -> Optional.of(note.source());
            case ReaderViewModel.State.Nothing _,
                    ReaderViewModel.State.Loading _,
                    ReaderViewModel.State.Trashed _,
                    ReaderViewModel.State.Failed _ ->
                    Optional.empty();
        };
    }

    /// Asks how notes are to be made of sources.
    void ask(List<Source> sources) {
        question.ask(
                () -> window.toasts().getScene().getWindow(),
                sources,
                this::tell,
                () -> {
                    asked = sources.size() == 1 ? window.shell().active().location() : null;
                    keyboard = window.toasts().getScene().getFocusOwner();
                });
    }

    private void tell(Problem why) {
        window.toasts().show(problems.of(why), null, null);
    }

    /// Opens what was made where its user still waits for it; else it is told.
    private void made(News news) {
        shown.forEach(each -> each.made(news.results()));
        if (!news.alone() || news.results().isEmpty()) {
            return;
        }
        news.notices().stream().distinct().forEach(this::tell);
        var first = news.results().getFirst().made();
        var open = window.shell().open().getValue();
        boolean here = open != null && open.source().equals(first.note().id());
        if (first.change() instanceof Made.Change.Unchanged) {
            window.toasts().show(texts.text("making.unchanged"), null, null);
        } else if (!here && window.shell().location().getValue() != Page.BATCHES) {
            show(first.note());
        }
    }

    /// Tells of the notes of many, where nobody looks at them.
    private void ended(Batch batch) {
        var notes = batch.items().stream().flatMap(each -> each.notes().stream()).count();
        boolean seen = window.shell().location().getValue() == Page.BATCHES;
        if (batch.items().size() > 1 && notes > 0 && !seen) {
            lead(texts.text("making.madeMany", notes));
        }
    }

    private void lead(String words) {
        window.toasts()
                .show(words, texts.text("work.show"), () -> window.shell().show(Page.BATCHES));
    }

    private void show(Source note) {
        var focused = window.toasts().getScene().getFocusOwner();
        boolean types = focused instanceof TextInputControl && focused != keyboard;
        boolean waits = asked != null && window.shell().active().location().same(asked) && !types;
        asked = null;
        keyboard = null;
        if (waits) {
            window.shell().open(Target.of(note), Where.NEW_TAB);
        } else {
            window.toasts()
                    .show(
                            texts.text("making.made", Toasts.name(note.title())),
                            texts.text("making.open"),
                            () -> window.shell().open(Target.of(note), Where.NEW_TAB));
        }
    }

    /// Adds to a pane that a note can be made of what it shows.
    ///
    /// @param tools where the button goes
    void into(Parent pane, String tools, Supplier<Optional<Source>> source) {
        MakeNoteButton.into(
                pane,
                tools,
                () -> source.get().map(List::of).ifPresent(this::ask),
                window.tips(),
                texts);
    }

    /// The same for what a reader has open.
    void into(Parent pane, String tools, ReaderViewModel reader) {
        into(pane, tools, () -> source(reader));
    }

    /// Adds to the pane of a note where it comes from.
    void into(Parent pane, NoteViewModel note, HistoryViewModel history) {
        var from = new MadeViewModel(library(), window.background());
        shown.add(from);
        note.stateProperty()
                .subscribe(state ->
                        from.open(
                                state instanceof NoteViewModel.State.Open(var id, _, _)
                                        ? id
                                        : null));
        from.onDifference(history::open, history::close);
        MadeBar.into(
                pane,
                from,
                window.shell(),
                now -> {
                    note.saveNow();
                    var source = note.sourceProperty().get();
                    if (source != null) {
                        ask(List.of(source));
                    }
                },
                texts);
    }

    /// Stands above everything.
    Node banner() {
        var box = new VBox();
        var sound = window.sound();
        if (memo != null && sound != null) {
            RecordingViewModel recording = sound.recording();
            box.getChildren().add(new MemoBar(memo, recording, texts));
        }
        var bar =
                new MakingBar(
                        batches,
                        new MakingBar.Leads(
                                () -> window.shell().show(Page.SETTINGS),
                                window.research(),
                                () -> window.shell().show(Page.BATCHES)),
                        texts,
                        problems);
        window.shell().location().subscribe(at -> bar.setCovered(at == Page.BATCHES));
        box.getChildren().add(bar);
        return box;
    }

    /// @param files the dialogs of the system, once there is a window
    Pane batches(LibraryViewModel library, Supplier<FileChoice> files) {
        var shell = window.shell();
        var leads =
                new BatchLeads(
                        library::find,
                        id -> shell.open(new Target(id, null, List.of()), Where.NEW_TAB),
                        () -> shell.show(Page.SETTINGS),
                        window.research());
        var controller =
                new BatchesController(
                        batches,
                        taking,
                        leads,
                        () -> taking.take(files.get().files()),
                        () -> shell.turn(Page.JOBS),
                        texts);
        var root = new Fxml(texts).load(BatchesController.class, "batches", controller);
        controller.watch(library.all());
        return new Pane(
                root,
                controller::content,
                _ -> false,
                new Pane.Drop(
                        texts.text("batches.drop"), texts.text("batches.dropText"), taking::take));
    }
}
