package dev.pharos.ui;

import dev.pharos.engine.annotation.Highlight;
import dev.pharos.engine.document.Outline;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.note.Note;
import dev.pharos.engine.note.Quote;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.control.PanelRoom;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.control.Where;
import dev.pharos.ui.document.AsideController;
import dev.pharos.ui.document.Marking;
import dev.pharos.ui.document.PlaceText;
import dev.pharos.ui.document.Quoting;
import dev.pharos.ui.document.ReaderController;
import dev.pharos.ui.document.ReaderPanel;
import dev.pharos.ui.document.ReaderParts;
import dev.pharos.ui.document.ReaderSettings;
import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.document.ReadingSettings;
import dev.pharos.ui.document.SourceFinding;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.note.NoteController;
import dev.pharos.ui.shell.Location;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.shell.TabsViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Pause;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Builds the part of the window in which sources are read. For the JavaFX thread.
final class ReaderScreens {
    private static final Duration RESTING = Duration.millis(900);

    /// What the window gives.
    ///
    /// @param rendering works for pages in view alone
    /// @param about begins a note about words
    record Around(
            Desktop desktop,
            ShellViewModel shell,
            Toasts toasts,
            Background background,
            Background rendering,
            Consumer<Quote> about) {}

    private final Around window;
    private final Commands commands;
    private final Texts texts;
    private final Fxml fxml;
    private final ProblemText problems;
    private final PlaceText places;
    private final Kept<ReadingSettings> look;
    private final Kept<ReaderSettings> settings;
    private final Map<TabsViewModel, ReaderViewModel> halves = new IdentityHashMap<>();
    private final Map<ReaderViewModel, ReaderController> built = new IdentityHashMap<>();
    private final List<Marking> markings = new ArrayList<>();
    private final List<RelatedScreens> related = new ArrayList<>();
    private final Map<ReaderViewModel, ReaderPanel> besideSound = new IdentityHashMap<>();

    ReaderScreens(Around window, Commands commands, Texts texts) {
        this.window = window;
        this.commands = commands;
        this.texts = texts;
        fxml = new Fxml(texts);
        problems = new ProblemText(texts);
        places = new PlaceText(texts);
        var file = window.desktop().settings();
        look =
                new Kept<>(
                        file,
                        ReadingSettings.FEATURE,
                        ReadingSettings.class,
                        ReadingSettings.DEFAULT,
                        window.background());
        settings =
                new Kept<>(
                        file,
                        ReaderSettings.FEATURE,
                        ReaderSettings.class,
                        ReaderSettings.DEFAULT,
                        window.background());
    }

    /// Adds what can be done with what is read, and reads how it shall look.
    ///
    /// @param heard begins a note about what is chosen in what is heard, if something is
    /// @param written what shows what has to do with the note that is open in a half, if one is
    void begin(
            Supplier<Optional<Runnable>> heard,
            Function<ReaderViewModel, Optional<NoteController>> written) {
        Supplier<Optional<Runnable>> about =
                () ->
                        active().filter(ReaderController::selects)
                                .<Runnable>map(reader -> reader::write)
                                .or(heard);
        commands.add(
                Group.DO,
                "command.writeAbout",
                () -> about.get().isPresent(),
                () -> about.get().ifPresent(Runnable::run),
                "Shortcut+Shift+E");
        add("command.find", ReaderController::find, "Shortcut+F");
        add("command.highlight", ReaderController::mark, "Shortcut+Shift+H");
        Supplier<Optional<Runnable>> related =
                () ->
                        active().<Runnable>map(reader -> reader::showRelated)
                                .or(() -> besideSound().map(beside -> beside::enter))
                                .or(() -> open().flatMap(written).map(it -> it::showRelated));
        Supplier<Optional<Runnable>> panel =
                () -> panel().or(() -> open().flatMap(written).map(it -> it::togglePanel));
        commands.add(
                Group.DO,
                "command.relationships",
                () -> related.get().isPresent(),
                () -> related.get().ifPresent(Runnable::run));
        commands.add(
                Group.DO,
                "command.readerPanel",
                () -> panel.get().isPresent(),
                () -> panel.get().ifPresent(Runnable::run),
                "Shortcut+Shift+O");
        look.load();
        settings.load();
    }

    private void add(String id, Consumer<ReaderController> does, String... keys) {
        commands.add(
                Group.DO, id, () -> active().isPresent(), () -> active().ifPresent(does), keys);
    }

    /// The reader in the active half, if a source is read there.
    private Optional<ReaderController> active() {
        return open().map(built::get).filter(ReaderController::reads);
    }

    /// Shows or hides what stands beside what is read or heard.
    private Optional<Runnable> panel() {
        return active().<Runnable>map(reader -> reader::togglePanel)
                .or(() -> besideSound().map(beside -> beside::toggle));
    }

    /// What stands beside the recording in the active half, if one is open there.
    private Optional<ReaderPanel> besideSound() {
        return open().filter(ReaderScreens::listens).map(besideSound::get);
    }

    private static boolean listens(ReaderViewModel reader) {
        return reader.stateProperty().get() instanceof ReaderViewModel.State.Listening;
    }

    /// What reads for the active half, if a source is open there.
    Optional<ReaderViewModel> open() {
        var half = window.shell().active();
        return half.location() instanceof Location.Reading
                ? Optional.ofNullable(halves.get(half))
                : Optional.empty();
    }

    ReaderViewModel viewModel() {
        var desktop = window.desktop();
        return new ReaderViewModel(
                desktop.library(),
                desktop.pages(),
                window.background(),
                Pause.afterTheLast(RESTING),
                desktop.player() != null);
    }

    /// What is read in a half of the window.
    void in(TabsViewModel half, ReaderViewModel reader) {
        halves.put(half, reader);
    }

    /// Keeps how far was read.
    void keep() {
        halves.values().forEach(reader -> reader.progress().keep());
    }

    private Marking marking() {
        var marking =
                new Marking(
                        window.desktop().library().highlights(),
                        window.background(),
                        new Marking.Listener(
                                this::told,
                                problem -> window.toasts().show(problems.of(problem), null, null),
                                source -> markings.forEach(each -> each.changed(source))));
        markings.add(marking);
        return marking;
    }

    private ReaderParts.Aside aside(ReaderViewModel reader, Marking marking) {
        var controller =
                new AsideController(
                        settings,
                        marking,
                        highlight -> place(reader, highlight),
                        place -> marking.markdown(place, this::copy),
                        place -> marking.markdown(place, words -> note(reader, words)),
                        related(reader),
                        texts);
        return new ReaderParts.Aside(
                fxml.load(AsideController.class, "aside", controller), controller);
    }

    /// Found only while it is to be seen.
    private Node related(ReaderViewModel reader) {
        var related =
                RelatedScreens.of(
                        window.desktop().library(), window.background(), window.toasts(), texts);
        var box = related.box(window.shell(), null, texts);
        box.sceneProperty().subscribe(scene -> related.setShown(scene != null));
        reader.stateProperty()
                .subscribe(_ -> source(reader).ifPresent(open -> related.open(open.id())));
        this.related.add(related);
        return box;
    }

    /// Adds to the pane of a recording what has to do with it.
    ReaderPanel besideSound(Parent pane, ReaderViewModel reader) {
        var related =
                RelatedScreens.of(
                        window.desktop().library(), window.background(), window.toasts(), texts);
        this.related.add(related);
        var scroll = new ScrollPane(related.box(window.shell(), null, texts));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("related-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var aside = new VBox(scroll);
        aside.getStyleClass().addAll("reader-aside", "side");
        var room = (PanelRoom) pane.lookup("#relatedRoom");
        var button = (ToggleButton) pane.lookup("#related");
        var panel =
                new ReaderPanel(
                        room,
                        (StackPane) pane.lookup("#relatedSlot"),
                        button,
                        button::requestFocus);
        panel.bind(aside, settings, ReaderSettings::related, ReaderSettings::withRelated);
        room.openProperty().subscribe(open -> related.setShown(open && listens(reader)));
        reader.stateProperty()
                .subscribe(state -> {
                    if (state instanceof ReaderViewModel.State.Listening(var source, _)) {
                        related.open(source.id());
                    }
                    related.setShown(room.openProperty().get() && listens(reader));
                });
        besideSound.put(reader, panel);
        return panel;
    }

    /// The library has changed.
    void changed() {
        related.forEach(RelatedScreens::changed);
    }

    /// @param browse shows a page of the web
    Pane pane(ReaderViewModel reader, Consumer<String> browse) {
        var marking = marking();
        var controller =
                new ReaderController(
                        new ReaderParts(
                                reader,
                                new SourceFinding(window.background()),
                                marking,
                                look,
                                settings,
                                quoting(reader),
                                aside(reader, marking)),
                        window.desktop().pages(),
                        window.rendering(),
                        texts,
                        problems,
                        places,
                        browse);
        built.put(reader, controller);
        return new Pane(
                        fxml.load(ReaderController.class, "reader", controller),
                        controller::content,
                        controller::first,
                        null)
                .withSpot(controller::spot);
    }

    private static Optional<Source> source(ReaderViewModel reader) {
        return reader.stateProperty().get() instanceof ReaderViewModel.State.Reading(var open, _)
                ? Optional.of(open.source())
                : Optional.empty();
    }

    private String place(ReaderViewModel reader, Highlight highlight) {
        return source(reader)
                .map(source -> places.of(source.kind(), source.title(), highlight.place()))
                .orElse("");
    }

    private void told(Marking.Done done, Runnable back) {
        String words =
                switch (done) {
                    case MARKED -> texts.text("highlight.marked");
                    case COLOURED -> texts.text("highlight.coloured");
                    case NOTED -> texts.text("highlight.noted");
                    case REMOVED -> texts.text("highlight.removed");
                };
        window.toasts().tell(words, back);
    }

    private void copy(String words) {
        var content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
        window.toasts().show(texts.text("aside.copied"), null, null);
    }

    /// A note with the highlights of what is read.
    private void note(ReaderViewModel reader, String words) {
        var source = source(reader);
        if (source.isEmpty()) {
            return;
        }
        String title = texts.text("aside.noteTitle", source.get().title());
        window.background()
                .<Note>job(
                        _ -> window.desktop().library().notes().create(title, words, ""),
                        outcome -> {
                            switch (outcome) {
                                case Outcome.Done(var note) ->
                                        window.shell().open(Target.of(note.source()), Where.BESIDE);
                                case Outcome.Failed(var why) ->
                                        window.toasts().show(problems.of(why), null, null);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }

    private Quoting quoting(ReaderViewModel reader) {
        return new Quoting() {
            @Override
            public void ask(String words) {
                ReaderScreens.this.ask(words);
            }

            @Override
            public void write(int start, int end, String words) {
                if (reader.stateProperty().get()
                        instanceof ReaderViewModel.State.Reading(var open, _)) {
                    var source = open.source();
                    var place = Outline.of(open.document()).place(start, end);
                    String where = places.of(source.kind(), source.title(), place);
                    window.about().accept(new Quote(source, words, place, where));
                }
            }
        };
    }

    /// Puts a quote into the line, for a question about it.
    private void ask(String quote) {
        var shell = window.shell();
        shell.setAsking(true);
        shell.lineProperty().set(texts.text("reader.askLine", quote));
        commands.find("command.search").ifPresent(command -> command.action().run());
        Platform.runLater(() -> {
            if (window.toasts().getScene().getFocusOwner() instanceof TextField line) {
                line.end();
            }
        });
    }
}
