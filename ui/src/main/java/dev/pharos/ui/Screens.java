package dev.pharos.ui;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.SourceId;
import dev.pharos.ui.answer.AnswerController;
import dev.pharos.ui.answer.AnswerViewModel;
import dev.pharos.ui.document.PlaceText;
import dev.pharos.ui.document.ReaderController;
import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.document.Target;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.library.ImportController;
import dev.pharos.ui.library.ImportViewModel;
import dev.pharos.ui.library.LibraryController;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.library.MeaningViewModel;
import dev.pharos.ui.library.StatusController;
import dev.pharos.ui.note.NewNotes;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.search.ResultsController;
import dev.pharos.ui.search.SearchViewModel;
import dev.pharos.ui.settings.SettingsController;
import dev.pharos.ui.settings.SettingsViewModel;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.Panes;
import dev.pharos.ui.shell.ShellController;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.shell.ShellViewModel.Main;
import dev.pharos.ui.theme.Themes;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Pause;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Builds the window: view-models once, panes when they are asked for, controllers by their
/// constructors. For the JavaFX thread.
public final class Screens implements Panes {
    private static final Duration TYPING = Duration.millis(120);
    private static final Duration NEWS = Duration.millis(400);

    /// In the row at the bottom: behind the sources and the long work.
    private static final int AFTER_WORK = 3;

    private final Desktop desktop;
    private final Background rendering;
    private final Texts texts;
    private final Fxml fxml;
    private final ProblemText problems;
    private final PlaceText places;
    private final LibraryViewModel library;
    private final MeaningViewModel meaning;
    private final ImportViewModel imports;
    private final SearchViewModel search;
    private final ReaderViewModel reader;
    private final AnswerViewModel answer;
    private final SettingsViewModel settings;
    private final ShellViewModel shell;
    private final NoteScreens notes;
    private final @Nullable SoundScreens sound;
    private final @Nullable ModelScreens models;
    private FileChoice files = FileChoice.NONE;

    /// @param rendering works for pages in view alone
    /// @param speak opens the window in another language
    public Screens(
            Desktop desktop,
            Background background,
            Background rendering,
            Texts texts,
            Consumer<Locale> speak) {
        this.desktop = desktop;
        this.rendering = rendering;
        this.texts = texts;
        this.fxml = new Fxml(texts);
        this.problems = new ProblemText(texts);
        this.places = new PlaceText(texts);
        var kept = desktop.library();
        library =
                new LibraryViewModel(
                        _ -> kept.sources().all(), background, Pause.atMost(NEWS), texts.locale());
        meaning = meaning(kept, background);
        imports = new ImportViewModel(kept.importer()::importAll, background);
        search =
                new SearchViewModel(
                        kept.searcher()::search, background, Pause.afterTheLast(TYPING));
        reader = new ReaderViewModel(kept, desktop.pages(), background, desktop.player() != null);
        answer = new AnswerViewModel(kept.answerer()::answer, background);
        settings = new SettingsViewModel(desktop.settings(), background);
        shell = new ShellViewModel(search, answer, reader);
        notes = new NoteScreens(kept, library, background, texts, this::openTarget);
        sound =
                desktop.player() == null || desktop.models() == null
                        ? null
                        : new SoundScreens(
                                desktop, desktop.player(), desktop.models(), background, texts);
        var speech = sound == null ? null : sound.speech();
        models =
                desktop.ports() == null
                        ? null
                        : new ModelScreens(
                                desktop.ports(),
                                desktop,
                                new ModelScreens.Around(shell, speech, background, speak),
                                texts);
    }

    private static MeaningViewModel meaning(Library library, Background background) {
        return new MeaningViewModel(
                progress -> {
                    library.awaitIndex(progress);
                    return true;
                },
                progress -> {
                    library.meaning().await(progress);
                    return library.meaning().state();
                },
                library.embedding()::notice,
                library.embedding()::device,
                background);
    }

    /// Builds the frame of the window and begins to read the library and its settings.
    ///
    /// @param themes follows the chosen theme from now on
    public Opened open(FileChoice files, Themes themes) {
        this.files = files;
        var controller =
                new ShellController(
                        shell,
                        library,
                        imports,
                        reader,
                        sound == null ? null : sound.recording(),
                        this,
                        files,
                        texts);
        var root = fxml.load(ShellController.class, "shell", controller);
        settings.themeProperty().subscribe(themes::follow);
        settings.load();
        library.load();
        meaning.stateProperty().subscribe(this::searchAgain);
        meaning.begin();
        library.all().subscribe(meaning::watch);
        library.all().subscribe(search::searchNow);
        library.all().subscribe(this::readAnew);
        shell.mainProperty().subscribe(this::readAnew);
        var listening = desktop.library().onChange(library::changed);
        notes.begin(reader);
        Runnable ending = sound == null ? () -> {} : sound.begin(reader, shell);
        Runnable modelsEnding = models == null ? () -> {} : models.begin();
        if (models != null) {
            library.loadedProperty()
                    .subscribe(loaded -> {
                        if (loaded && library.all().isEmpty()) {
                            models.welcome();
                        }
                    });
        }
        return new Opened(
                root,
                controller,
                sound == null ? new SimpleStringProperty(texts.text("shell.title")) : sound.title(),
                sound == null ? null : sound.recording(),
                this::save,
                this::busy,
                () -> {
                    listening.close();
                    ending.run();
                    modelsEnding.run();
                });
    }

    private List<String> save() {
        return Stream.of(notes.save(), sound == null ? List.<String>of() : sound.save())
                .flatMap(List::stream)
                .toList();
    }

    /// Begins a note, to be named and written.
    public NewNotes newNotes() {
        return notes.newNotes();
    }

    private void openTarget(Target target) {
        reader.open(target);
    }

    /// Whoever is elsewhere in the window is not led away from there.
    private void readAnew() {
        if (shell.mainProperty().get() == Main.SOURCE) {
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
    /// @param recording null where nothing can be recorded
    /// @param save keeps what is not yet kept, and gives what could not be, in words
    /// @param busy whether a recording or an import is under way
    /// @param close ends the listening to the library
    public record Opened(
            Parent root,
            ShellController shell,
            ObservableValue<String> title,
            @Nullable RecordingViewModel recording,
            Supplier<List<String>> save,
            BooleanSupplier busy,
            Runnable close) {}

    @Override
    public Pane library() {
        var controller = new LibraryController(library, reader, texts);
        return pane(LibraryController.class, "library", controller, controller::list);
    }

    @Override
    public Pane results() {
        var controller = new ResultsController(search, reader, texts, problems, places);
        return pane(ResultsController.class, "results", controller, controller::list);
    }

    @Override
    public Pane answer() {
        var controller = new AnswerController(answer, reader, texts, problems, places);
        return pane(AnswerController.class, "answer", controller, controller::content);
    }

    @Override
    public Pane imports() {
        var controller = new ImportController(imports, texts, problems);
        return pane(ImportController.class, "import", controller, controller::list);
    }

    @Override
    public Pane reader() {
        var controller =
                new ReaderController(reader, desktop.pages(), rendering, texts, problems, places);
        return pane(ReaderController.class, "reader", controller, controller::content);
    }

    @Override
    public Pane transcript() {
        return sound().transcript(files, () -> shell.mainProperty().set(Main.SETTINGS));
    }

    @Override
    public Pane note() {
        return notes.note(files);
    }

    @Override
    public Pane recording() {
        return sound().recordingPane(this::toSource);
    }

    @Override
    public Pane jobs() {
        return sound().jobsPane(this::open, this::toSource);
    }

    @Override
    public Pane banner() {
        var banner = sound().banner(this::open);
        ((VBox) banner.root()).getChildren().add(notes.unkept(this::open));
        return banner;
    }

    private void open(SourceId source) {
        reader.open(new Target(source, null, List.of()));
    }

    private SoundScreens sound() {
        return Objects.requireNonNull(sound, "a window for documents only");
    }

    private void toSource() {
        shell.mainProperty().set(Main.SOURCE);
    }

    @Override
    public Pane settings() {
        var speech = sound == null ? null : sound.settings(files);
        var leads = models == null ? null : models.leads();
        var controller =
                new SettingsController(settings, this::toSource, speech, leads, texts, problems);
        return pane(SettingsController.class, "settings", controller, controller::first);
    }

    @Override
    public Pane models() {
        return modelScreens().models(files);
    }

    @Override
    public Pane hardware() {
        return modelScreens().hardware(files);
    }

    @Override
    public Pane endpoints() {
        return modelScreens().endpoints();
    }

    @Override
    public Pane firstSteps() {
        return modelScreens().firstSteps(files);
    }

    private ModelScreens modelScreens() {
        return Objects.requireNonNull(models, "a window without models");
    }

    @Override
    public Pane status() {
        var controller =
                new StatusController(
                        library,
                        meaning,
                        sound == null ? null : sound.jobs(),
                        () -> shell.mainProperty().set(Main.JOBS),
                        texts,
                        problems);
        var root = (HBox) fxml.load(StatusController.class, "status", controller);
        if (models != null) {
            root.getChildren().add(AFTER_WORK, models.coming());
        }
        return new Pane(root, () -> root);
    }

    private Pane pane(Class<?> beside, String name, Object controller, Supplier<Node> focus) {
        return new Pane(fxml.load(beside, name, controller), focus);
    }
}
