package dev.pharos.ui;

import dev.pharos.engine.library.SourceId;
import dev.pharos.engine.library.SourceKind;
import dev.pharos.ui.answer.AnswerController;
import dev.pharos.ui.answer.AnswerViewModel;
import dev.pharos.ui.beside.BesideViewModel;
import dev.pharos.ui.capture.CaptureViewModel;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.command.Tips;
import dev.pharos.ui.document.PlaceText;
import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.library.ImportController;
import dev.pharos.ui.library.ImportViewModel;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.library.MeaningViewModel;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.search.ResultsController;
import dev.pharos.ui.search.SearchViewModel;
import dev.pharos.ui.settings.SettingsController;
import dev.pharos.ui.settings.SettingsViewModel;
import dev.pharos.ui.shell.Contents;
import dev.pharos.ui.shell.HalfView;
import dev.pharos.ui.shell.Location;
import dev.pharos.ui.shell.Location.Page;
import dev.pharos.ui.shell.LocationWords;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.Panes;
import dev.pharos.ui.shell.ShellController;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.shell.StartView;
import dev.pharos.ui.shell.TabsViewModel;
import dev.pharos.ui.shell.WindowMemory;
import dev.pharos.ui.theme.Themes;
import dev.pharos.ui.transcription.TranscriptViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Pause;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Builds the window: view-models once, panes when they are asked for, controllers by their
/// constructors. For the JavaFX thread.
public final class Screens implements Panes {
    private static final Duration TYPING = Duration.millis(120);

    private final Desktop desktop;
    private final Background background;
    private final Texts texts;
    private final Fxml fxml;
    private final ProblemText problems;
    private final PlaceText places;
    private final LibraryViewModel library;
    private final MeaningViewModel meaning;
    private final ImportViewModel imports;
    private final SearchViewModel search;
    private final AnswerViewModel answer;
    private final SettingsViewModel settings;
    private final ShellViewModel shell;
    private final CommandScreens commands;
    private final LocationWords words;
    private final ListScreens lists;
    private final WelcomeScreens welcome;
    private final NoteScreens notes;
    private final WorkScreens work;
    private final BesideScreens beside;
    private final DataScreens data;
    private final ReaderScreens readers;
    private final @Nullable SoundScreens sound;
    private final @Nullable ModelScreens models;
    private FileChoice files = FileChoice.NONE;

    /// What only the window itself can do.
    @FunctionalInterface
    public interface Host {
        /// Opens the window in another language.
        void speak(Locale locale);

        /// Brings the small window for a thought.
        default void capture() {}

        /// Brings the window before all others.
        default void front() {}
    }

    /// @param rendering works for pages in view alone
    public Screens(
            Desktop desktop, Background background, Background rendering, Texts texts, Host host) {
        this.desktop = desktop;
        this.background = background;
        this.texts = texts;
        this.fxml = new Fxml(texts);
        this.problems = new ProblemText(texts);
        this.places = new PlaceText(texts);
        var kept = desktop.library();
        library = ListScreens.all(kept, background, texts.locale());
        meaning = MeaningViewModel.of(kept, background);
        imports = new ImportViewModel(kept.importer()::importAll, background);
        search =
                new SearchViewModel(
                        kept.searcher()::search, background, Pause.afterTheLast(TYPING));
        answer = new AnswerViewModel(kept.answerer()::answer, background);
        settings = new SettingsViewModel(desktop.settings(), background);
        shell = new ShellViewModel(search, answer, this::exclusive);
        commands = new CommandScreens(desktop, background, texts);
        words = new LocationWords(library, texts);
        var writing = new NoteScreens.Around(kept, library, shell, commands.toasts(), background);
        notes = new NoteScreens(writing, texts);
        readers =
                new ReaderScreens(
                        new ReaderScreens.Around(
                                desktop, shell, commands.toasts(), background, rendering),
                        commands.commands(),
                        texts);
        welcome = new WelcomeScreens(desktop, library, shell, commands, background, texts);
        work = new WorkScreens(shell, commands.toasts(), texts);
        work.add(imports, meaning);
        data =
                new DataScreens(
                        desktop,
                        new DataScreens.Around(
                                shell, commands.toasts(), work.works(), commands.commands()),
                        background,
                        texts,
                        () -> files);
        lists =
                new ListScreens(
                        desktop,
                        library,
                        new ListScreens.Around(
                                shell, welcome, commands, data::export, work.works()),
                        background,
                        texts);
        beside = new BesideScreens(desktop, background, host, texts);
        var heard = desktop.sound();
        sound =
                heard == null
                        ? null
                        : new SoundScreens(
                                desktop, heard.player(), heard.models(), background, texts);
        var speech = sound == null ? null : sound.speech();
        models =
                desktop.ports() == null
                        ? null
                        : new ModelScreens(
                                desktop.ports(),
                                desktop,
                                new ModelScreens.Around(
                                        shell, speech, background, host::speak, welcome.samples()),
                                texts);
        if (sound != null) {
            work.add(sound.jobs(), this::open, this::chooseModel);
        }
        if (models != null) {
            models.show(work.works());
            models.add(commands.commands());
        }
    }

    /// A recording is corrected, and a note written, in one half at a time.
    private boolean exclusive(SourceId id) {
        var source = library.find(id);
        return source != null
                && (source.kind() == SourceKind.NOTE
                        || sound != null && source.kind() == SourceKind.RECORDING);
    }

    /// Builds the frame of the window and begins to read the library and its settings.
    ///
    /// @param themes follows the chosen theme from now on
    /// @param memory knows how the window was left, and is told how it is now
    public Opened open(FileChoice chooser, Themes themes, WindowMemory memory) {
        files = chooser;
        readers.begin();
        memory.restore(shell);
        var controller =
                new ShellController(
                        new ShellController.Parts(
                                shell,
                                library,
                                imports,
                                sound == null ? null : sound.recording(),
                                this,
                                this::half,
                                files),
                        commands.commands(),
                        commands.layers(library, shell),
                        texts);
        var root = fxml.load(ShellController.class, "shell", controller);
        settings.themeProperty().subscribe(themes::follow);
        notes.begin(commands.commands());
        welcome.begin();
        commands.begin(settings);
        settings.load();
        library.load();
        meaning.stateProperty().subscribe(this::searchAgain);
        meaning.begin();
        library.all().subscribe(meaning::watch);
        library.all().subscribe(search::searchNow);
        memory.watch(shell);
        return opened(root, controller, memory, begin());
    }

    /// Begins to listen.
    ///
    /// @return ends that
    private Runnable begin() {
        var listening = desktop.library().onChange(library::changed);
        Runnable soundEnding = sound == null ? () -> {} : sound.begin(shell);
        Runnable modelsEnding = models == null ? () -> {} : models.begin(library);
        var mapsEnding = maps().begin(commands.commands());
        var dataEnding = data.begin();
        var besideEnding = beside.begin(commands.commands(), commands.toasts(), shell);
        return () -> {
            listening.close();
            soundEnding.run();
            modelsEnding.run();
            mapsEnding.close();
            dataEnding.run();
            besideEnding.run();
        };
    }

    private Opened opened(
            Parent root, ShellController controller, WindowMemory memory, Runnable ending) {
        return new Opened(
                root,
                controller,
                commands.commands(),
                sound == null ? new SimpleStringProperty(texts.text("shell.title")) : sound.title(),
                () -> notes.save(beside.save(sound == null ? List.of() : sound.save())),
                this::busy,
                () -> {
                    controller.keepPlaces();
                    readers.keep();
                    memory.keep(shell);
                    ending.run();
                },
                new Beside(
                        sound == null ? null : sound.recording(),
                        beside.capture(),
                        beside.beside(),
                        work.works()));
    }

    ReaderViewModel newReader() {
        return readers.viewModel();
    }

    Contents contents(ReaderViewModel reader) {
        var transcript = sound == null ? null : sound.half(reader);
        if (sound != null && transcript != null) {
            sound.tellUnsaved(transcript, this::open);
        }
        var note = notes.half(reader);
        return new HalfScreens(
                this,
                () -> readers.pane(reader, files::browse),
                () -> notes.pane(note, files),
                transcript);
    }

    private HalfView half(TabsViewModel tabs) {
        var reader = newReader();
        readers.in(tabs, reader);
        library.all().subscribe(() -> readAnew(tabs, reader));
        tabs.shownProperty().subscribe(_ -> readAnew(tabs, reader));
        return new HalfView(
                shell,
                new HalfView.Parts(
                        tabs,
                        reader,
                        contents(reader),
                        words,
                        new StartView(commands.commands(), texts),
                        new Tips(commands.commands(), texts)),
                texts);
    }

    /// Whoever is elsewhere in the window is not led away from there.
    private void readAnew(TabsViewModel tabs, ReaderViewModel reader) {
        if (tabs.location() instanceof Location.Reading && library.loadedProperty().get()) {
            reader.changed(library.all());
        }
    }

    private boolean busy() {
        return imports.stateProperty().get() instanceof ImportViewModel.State.Running
                || sound != null && sound.recording().underWay();
    }

    /// What was not indexed yet can be found now.
    private void searchAgain(MeaningViewModel.State before, MeaningViewModel.State now) {
        if (before instanceof MeaningViewModel.State.Indexing) {
            search.searchNow();
        }
    }

    /// @param title of the window
    /// @param save keeps what is not yet kept, and gives what could not be, in words
    /// @param busy whether a recording or an import is under way
    /// @param close ends the listening to the library
    /// @param beside what there is of it elsewhere than in the window
    public record Opened(
            Parent root,
            ShellController shell,
            Commands commands,
            ObservableValue<String> title,
            Supplier<List<String>> save,
            BooleanSupplier busy,
            Runnable close,
            Beside beside) {

        /// Null where nothing can be recorded.
        public @Nullable RecordingViewModel recording() {
            return beside.recording();
        }
    }

    /// What is shown in other windows, in the tray, or as the window closes.
    ///
    /// @param recording null where nothing can be recorded
    public record Beside(
            @Nullable RecordingViewModel recording,
            CaptureViewModel capture,
            BesideViewModel settings,
            LongWorkViewModel works) {}

    @Override
    public Pane library() {
        return lists.library(sound == null ? null : sound.jobs().all());
    }

    @Override
    public Pane recordings() {
        return lists.recordings(sound().jobs().all());
    }

    @Override
    public Pane notes() {
        return lists.notes(notes.begun());
    }

    @Override
    public Pane tags() {
        return lists.tags();
    }

    @Override
    public Pane results() {
        var controller =
                new ResultsController(search, shell, shell.open(), texts, problems, places);
        var pane = pane(ResultsController.class, "results", controller, controller::list);
        return welcome.withStep(lists.saving(pane), "#nothing", "command.ask", "search.askInstead");
    }

    @Override
    public Pane answer() {
        var controller = new AnswerController(answer, shell, texts, problems, places);
        var pane = pane(AnswerController.class, "answer", controller, controller::content);
        return welcome.withQuestion(
                welcome.withStep(pane, "#empty", "command.askPane", "answer.step"));
    }

    @Override
    public Pane imports() {
        var controller = new ImportController(imports, texts, problems);
        return pane(ImportController.class, "import", controller, controller::list);
    }

    @Override
    public Pane banner() {
        return sound().banner(this::open, notes.unkept());
    }

    Pane transcript(TranscriptViewModel transcript) {
        return sound().transcript(transcript, files, () -> shell.show(Page.SETTINGS));
    }

    Pane recording() {
        return sound().recordingPane();
    }

    Pane jobs() {
        return welcome.withStep(work.jobs(), "#empty", "command.record", "shell.record");
    }

    private void chooseModel() {
        shell.show(Page.SETTINGS);
    }

    private void open(SourceId source) {
        shell.open(new Target(source, null, List.of()));
    }

    private SoundScreens sound() {
        return Objects.requireNonNull(sound, "a window for documents only");
    }

    Pane settings() {
        var speech = sound == null ? null : sound.settings(files);
        var leads = models == null ? null : models.leads();
        var parts =
                Stream.of(speech, data.settings(), beside.settings())
                        .filter(Objects::nonNull)
                        .toList();
        var controller =
                new SettingsController(
                        settings, () -> shell.turn(Page.KEYS), parts, leads, texts, problems);
        return pane(SettingsController.class, "settings", controller, controller::first);
    }

    FileChoice files() {
        return files;
    }

    MapScreens maps() {
        return lists.maps();
    }

    Pane keys() {
        return commands.keys();
    }

    Pane highlights() {
        return lists.highlights();
    }

    @Override
    public Pane welcome() {
        return welcome.welcome();
    }

    @Override
    public Pane firstSteps() {
        return modelScreens().firstSteps(files);
    }

    ModelScreens modelScreens() {
        return Objects.requireNonNull(models, "a window without models");
    }

    @Override
    public Pane status() {
        return work.status(library, meaning, models);
    }

    Pane pane(Class<?> beside, String name, Object controller, Supplier<Node> focus) {
        return new Pane(fxml.load(beside, name, controller), focus);
    }
}
