package dev.pharos.ui;

import dev.pharos.ui.beside.BesideViewModel;
import dev.pharos.ui.capture.CaptureViewModel;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.command.Tips;
import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.library.ImportViewModel;
import dev.pharos.ui.library.MeaningViewModel;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.shell.HalfView;
import dev.pharos.ui.shell.HeldBar;
import dev.pharos.ui.shell.Location;
import dev.pharos.ui.shell.LocationWords;
import dev.pharos.ui.shell.ShellController;
import dev.pharos.ui.shell.StartView;
import dev.pharos.ui.shell.TabsViewModel;
import dev.pharos.ui.shell.WindowMemory;
import dev.pharos.ui.theme.Themes;
import dev.pharos.ui.work.Background;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Builds the window from its features: view-models once, panes when they are asked for,
/// controllers by their constructors. For the JavaFX thread.
public final class Screens {
    private final Desktop desktop;
    private final Texts texts;
    private final Features all;
    private final LocationWords words;

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
        this.texts = texts;
        all = new Features(desktop, background, rendering, texts, host);
        words = new LocationWords(all.library, texts);
    }

    Features features() {
        return all;
    }

    /// Builds the frame of the window and begins to read the library and its settings.
    ///
    /// @param themes follows the chosen theme from now on
    /// @param memory knows how the window was left, and is told how it is now
    public Opened open(FileChoice chooser, Themes themes, WindowMemory memory) {
        all.setFiles(chooser);
        all.readers.begin(all::writing, all.notes::open);
        memory.restore(all.shell);
        var controller =
                new ShellController(
                        new ShellController.Parts(
                                all.shell,
                                all.library,
                                all.imports,
                                recording(),
                                new SideScreens(all, new HeldBar(memory, all.shell, texts)),
                                this::half,
                                chooser),
                        all.commands.commands(),
                        all.commands.layers(all.library, all.shell),
                        texts);
        var root = new Fxml(texts).load(ShellController.class, "shell", controller);
        all.settings.themeProperty().subscribe(themes::follow);
        all.notes.begin(all.readers::open);
        all.welcome.begin();
        all.commands.begin(all.settings);
        all.commands.begin(all.language);
        all.settings.load();
        all.library.load();
        all.meaning.stateProperty().subscribe(this::searchAgain);
        all.meaning.begin();
        all.library.all().subscribe(all.meaning::watch);
        all.library.all().subscribe(all.readers::changed);
        all.library.all().subscribe(all.search.search()::searchNow);
        memory.watch(all.shell);
        return opened(root, controller, memory, begin());
    }

    /// Begins to listen.
    ///
    /// @return ends that
    private Runnable begin() {
        var commands = all.commands.commands();
        var listening = desktop.library().onChange(all.library::changed);
        var toasts = all.commands.toasts();
        Runnable soundEnding = all.sound == null ? () -> {} : all.sound.begin(all.shell, toasts);
        Runnable modelsEnding = all.models == null ? () -> {} : all.models.begin(all.library);
        var mapsEnding = all.lists.maps().begin(commands);
        var dataEnding = all.data.begin();
        var makingEnding = all.making.begin(all.readers::open, all.lists::chosen);
        var besideEnding = all.beside.begin(commands, toasts, all.shell);
        return () -> {
            listening.close();
            soundEnding.run();
            modelsEnding.run();
            mapsEnding.close();
            dataEnding.run();
            makingEnding.run();
            besideEnding.run();
        };
    }

    private Opened opened(
            Parent root, ShellController controller, WindowMemory memory, Runnable ending) {
        var sound = all.sound;
        return new Opened(
                root,
                controller,
                all.commands.commands(),
                sound == null ? new SimpleStringProperty(texts.text("shell.title")) : sound.title(),
                () -> all.notes.save(all.beside.save(sound == null ? List.of() : sound.save())),
                this::busy,
                () -> {
                    controller.keepPlaces();
                    all.readers.keep();
                    memory.keep(all.shell);
                    ending.run();
                },
                new Beside(
                        recording(), all.beside.capture(), all.beside.beside(), all.work.works()));
    }

    private @Nullable RecordingViewModel recording() {
        return all.sound == null ? null : all.sound.recording();
    }

    private HalfView half(TabsViewModel tabs) {
        var reader = all.readers.viewModel();
        var commands = all.commands.commands();
        all.readers.in(tabs, reader);
        all.library.all().subscribe(() -> readAnew(tabs, reader));
        tabs.shownProperty().subscribe(_ -> readAnew(tabs, reader));
        return new HalfView(
                all.shell,
                new HalfView.Parts(
                        tabs,
                        reader,
                        new HalfScreens(all, reader),
                        words,
                        new StartView(commands, texts),
                        new Tips(commands, texts)),
                texts);
    }

    /// Whoever is elsewhere in the window is not led away from there.
    private void readAnew(TabsViewModel tabs, ReaderViewModel reader) {
        boolean loaded = all.library.loadedProperty().get();
        if (tabs.location() instanceof Location.Reading && loaded) {
            reader.changed(all.library.all());
        }
    }

    private boolean busy() {
        var recording = recording();
        return all.imports.stateProperty().get() instanceof ImportViewModel.State.Running
                || recording != null && recording.underWay();
    }

    /// What was not indexed yet can be found now.
    private void searchAgain(MeaningViewModel.State before, MeaningViewModel.State now) {
        if (before instanceof MeaningViewModel.State.Indexing) {
            all.search.search().searchNow();
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
}
