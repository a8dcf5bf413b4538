package dev.pharos.ui;

import dev.pharos.engine.research.SearchServiceStore;
import dev.pharos.engine.settings.ChatProfileStore;
import dev.pharos.ui.command.Command.Group;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.control.FocusScroll;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.job.LongWorkViewModel;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.model.ChangeWork;
import dev.pharos.ui.model.ComingLink;
import dev.pharos.ui.model.EmbeddingViewModel;
import dev.pharos.ui.model.HardwareController;
import dev.pharos.ui.model.HardwareViewModel;
import dev.pharos.ui.model.ModelWork;
import dev.pharos.ui.model.ModelsController;
import dev.pharos.ui.model.ModelsViewModel;
import dev.pharos.ui.model.SpeechChoice;
import dev.pharos.ui.research.ResearchController;
import dev.pharos.ui.research.ResearchViewModel;
import dev.pharos.ui.settings.EndpointsController;
import dev.pharos.ui.settings.EndpointsViewModel;
import dev.pharos.ui.settings.SettingsController;
import dev.pharos.ui.settings.SpeechSettingsViewModel;
import dev.pharos.ui.shell.HalfView;
import dev.pharos.ui.shell.Location;
import dev.pharos.ui.shell.Location.Page;
import dev.pharos.ui.shell.Pane;
import dev.pharos.ui.shell.ShellViewModel;
import dev.pharos.ui.welcome.FirstStepsController;
import dev.pharos.ui.welcome.FirstStepsViewModel;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Beat;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Builds the part of the window that has to do with models, devices and chat endpoints. For the
/// JavaFX thread.
final class ModelScreens {
    private static final Duration LOOK = Duration.millis(500);

    private final ModelPorts ports;
    private final ShellViewModel shell;
    private final Texts texts;
    private final Fxml fxml;
    private final ProblemText problems;
    private final EmbeddingViewModel embedding;
    private final ModelsViewModel models;
    private final HardwareViewModel hardware;
    private final EndpointsViewModel endpoints;
    private final FirstStepsViewModel firstSteps;
    private final ResearchViewModel research;

    /// Its choice, once for each half of the window.
    private final List<Parent> choices = new ArrayList<>();

    /// Whether the keyboard is on its way there.
    private boolean toResearch;

    /// What is built elsewhere and used here.
    ///
    /// @param speech null where nothing is transcribed
    /// @param speak opens the window in another language
    /// @param samples brings them in, or null where there are none
    record Around(
            ShellViewModel shell,
            @Nullable SpeechSettingsViewModel speech,
            Background background,
            Consumer<Locale> speak,
            @Nullable Runnable samples) {}

    ModelScreens(ModelPorts ports, Desktop desktop, Around around, Texts texts) {
        this.ports = ports;
        this.shell = around.shell();
        this.texts = texts;
        this.fxml = new Fxml(texts);
        this.problems = new ProblemText(texts);
        var background = around.background();
        embedding = new EmbeddingViewModel(ports.embedding(), background, System::nanoTime);
        models =
                new ModelsViewModel(
                        ports.shelf(),
                        ports.trial(),
                        choice(around.speech(), desktop),
                        embedding,
                        ports.embedders(),
                        background,
                        System::nanoTime);
        hardware = new HardwareViewModel(ports.hardware(), desktop.settings(), background);
        endpoints =
                new EndpointsViewModel(
                        new ChatProfileStore(desktop.settings(), ports.secrets()),
                        ports.endpoints(),
                        ports.secrets(),
                        background);
        research =
                new ResearchViewModel(
                        new SearchServiceStore(desktop.settings(), ports.secrets()),
                        ports.secrets(),
                        ports.web(),
                        background);
        var leads =
                new FirstStepsViewModel.Leads(
                        () -> shell.firstStepsProperty().set(false),
                        around.speak(),
                        around.samples());
        firstSteps =
                new FirstStepsViewModel(
                        desktop.settings(),
                        models,
                        _ -> free(ports.shelf().folder()),
                        background,
                        texts.locale(),
                        leads);
    }

    private static @Nullable SpeechChoice choice(
            @Nullable SpeechSettingsViewModel speech, Desktop desktop) {
        var known = desktop.models();
        return speech == null || known == null
                ? null
                : new SpeechChoice(speech.modelProperty(), speech::choose, known::names);
    }

    /// On the disk that holds the folder, or will; 0 where the system does not tell.
    private static long free(Path folder) {
        try {
            var at = folder.toAbsolutePath();
            while (at.getParent() != null && !Files.exists(at)) {
                at = at.getParent();
            }
            return Files.getFileStore(at).getUsableSpace();
        } catch (IOException _) {
            return 0;
        }
    }

    /// Begins to look and to listen.
    ///
    /// @return ends the listening
    Runnable begin(LibraryViewModel library) {
        library.loadedProperty()
                .subscribe(loaded -> {
                    if (loaded && library.all().isEmpty()) {
                        welcome();
                    }
                });
        var listening = ports.embedding().onChange(embedding::changed);
        var beat = Beat.every(LOOK, embedding.changing(), embedding::load);
        models.load();
        embedding.load();
        endpoints.load();
        shell.location()
                .subscribe(now -> {
                    if (now == Page.MODELS) {
                        models.load();
                        embedding.load();
                    }
                    if (now == Page.MODELS || now == Page.HARDWARE) {
                        hardware.load();
                    }
                });
        return () -> {
            listening.close();
            beat.unsubscribe();
        };
    }

    /// Shows the first steps, where they were never taken.
    private void welcome() {
        firstSteps.ifDue(() -> {
            if (shell.active().location() instanceof Location.Empty) {
                shell.firstStepsProperty().set(true);
            }
        });
    }

    private void toSettings() {
        shell.turn(Page.SETTINGS);
    }

    Node coming() {
        return new ComingLink(models, () -> shell.show(Page.MODELS), texts);
    }

    /// Adds the pages to what can be shown.
    void add(Commands commands) {
        commands.add(Group.GO, "command.models", () -> shell.show(Page.MODELS));
        commands.add(Group.GO, "command.endpoints", () -> shell.show(Page.ENDPOINTS));
        commands.add(Group.GO, "command.hardware", () -> shell.show(Page.HARDWARE));
        commands.add(Group.GO, "command.research", this::toResearch);
    }

    /// Shows among all long work what comes and what changes.
    void show(LongWorkViewModel works) {
        Runnable there = () -> shell.show(Page.MODELS);
        var clock = Clock.systemUTC();
        var times = new ModelWork.Times(clock, System::nanoTime);
        new ModelWork(models, works, there, times, texts, problems);
        new ChangeWork(
                new ChangeWork.Parts(embedding, models), works, there, clock, texts, problems);
    }

    SettingsController.Leads leads() {
        return new SettingsController.Leads(
                () -> shell.turn(Page.MODELS),
                () -> shell.turn(Page.ENDPOINTS),
                () -> shell.turn(Page.HARDWARE),
                () -> {
                    firstSteps.begin();
                    shell.firstStepsProperty().set(true);
                });
    }

    Pane models(FileChoice files) {
        var controller =
                new ModelsController(
                        models,
                        embedding,
                        hardware,
                        files,
                        new ModelsController.Leads(
                                this::toSettings, () -> shell.turn(Page.ENDPOINTS)),
                        texts,
                        problems);
        return new Pane(
                fxml.load(ModelsController.class, "models", controller),
                controller::first,
                _ -> false,
                new Pane.Drop(
                        texts.text("models.drop"), texts.text("models.dropText"), controller::add));
    }

    Pane hardware(FileChoice files) {
        var controller = new HardwareController(hardware, files, this::toSettings, texts, problems);
        return new Pane(
                fxml.load(HardwareController.class, "hardware", controller), controller::first);
    }

    /// The choice of a search service, among the settings.
    Parent research() {
        research.load();
        var controller = new ResearchController(research, texts, problems);
        var root = fxml.load(ResearchController.class, "research", controller);
        choices.add(root);
        root.sceneProperty()
                .subscribe(scene -> {
                    if (scene != null && toResearch) {
                        Platform.runLater(this::enterResearch);
                    }
                });
        return root;
    }

    /// Leads to that choice. What scrolls has its content in the scene only once it has a style, so
    /// that the choice may come there later than its page.
    void toResearch() {
        toResearch = true;
        shell.show(Page.SETTINGS);
        Platform.runLater(this::enterResearch);
    }

    private void enterResearch() {
        choices.stream()
                .filter(each -> HalfView.around(each).filter(HalfView::active).isPresent())
                .findFirst()
                .filter(_ -> toResearch)
                .ifPresent(choice -> {
                    toResearch = false;
                    enter(choice);
                });
    }

    /// What is shown for the first time is found by its style only once it has one.
    private static void enter(Parent choice) {
        choice.getScene().getRoot().applyCss();
        choice.lookupAll(".toggle-button").stream()
                .filter(each -> each instanceof ToggleButton one && one.isSelected())
                .findFirst()
                .ifPresent(Node::requestFocus);
        for (var at = choice; at != null; at = at.getParent()) {
            if (at.getParent() instanceof ScrollPane settings) {
                FocusScroll.show(settings, choice);
            }
        }
    }

    Pane endpoints() {
        var controller = new EndpointsController(endpoints, this::toSettings, texts, problems);
        return new Pane(
                fxml.load(EndpointsController.class, "endpoints", controller), controller::first);
    }

    Pane firstSteps(FileChoice files) {
        var controller = new FirstStepsController(firstSteps, models, files, texts, problems);
        return new Pane(
                fxml.load(FirstStepsController.class, "first", controller),
                controller::first,
                controller::pressed,
                new Pane.Drop(
                        texts.text("models.drop"),
                        texts.text("models.dropText"),
                        models.adding()::add));
    }
}
