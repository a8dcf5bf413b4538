package dev.pharos.ui.shell;

import dev.pharos.ui.Texts;
import dev.pharos.ui.command.Commands;
import dev.pharos.ui.command.Tips;
import dev.pharos.ui.control.KeyFocus;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.control.Toasts;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.library.ImportViewModel;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.palette.PaletteController;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.shell.Location.Page;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Binds `shell.fxml` to its view-models: the line, the rail and the column at the side; leads keys
/// and dropped files to the panes.
public final class ShellController {
    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("recording");

    /// What the frame is built from.
    ///
    /// @param sound null where nothing can be recorded
    /// @param half builds a half of the window when it is shown for the first time
    public record Parts(
            ShellViewModel shell,
            LibraryViewModel library,
            ImportViewModel imports,
            @Nullable RecordingViewModel sound,
            Panes panes,
            Function<TabsViewModel, HalfView> half,
            FileChoice files) {}

    /// What can lie over everything.
    ///
    /// @param palette belongs to `paletteRoot`
    public record Layers(PaletteController palette, Parent paletteRoot, Toasts toasts) {}

    private final ShellViewModel viewModel;
    private final ImportViewModel imports;
    private final @Nullable RecordingViewModel sound;
    private final Parts parts;
    private final Commands commands;
    private final Layers layers;
    private final Texts texts;
    private final Columns columns;
    private @Nullable ImportArea imported;
    private @Nullable Pane covering;
    private @Nullable Halves halves;

    /// Nothing was ever imported, nor is it being.
    private final ObservableValue<Boolean> nothingYet;

    @FXML private StackPane root;
    @FXML private TextField line;
    @FXML private ToggleButton search;
    @FXML private ToggleButton ask;
    @FXML private HBox searchBox;
    @FXML private HBox topBar;
    @FXML private ScrollPane railRoom;
    @FXML private MenuItem importFiles;
    @FXML private MenuItem importFolder;
    @FXML private Button record;
    @FXML private ToggleButton railLibrary;
    @FXML private ToggleButton railRecordings;
    @FXML private ToggleButton railNotes;
    @FXML private ToggleButton railTags;
    @FXML private ToggleButton railAsk;
    @FXML private ToggleButton railJobs;
    @FXML private ToggleButton settings;
    @FXML private StackPane room;
    @FXML private VBox column;
    @FXML private StackPane side;
    @FXML private StackPane importArea;
    @FXML private StackPane banner;
    @FXML private StackPane status;
    @FXML private StackPane welcome;
    @FXML private VBox drop;
    @FXML private Label dropTitle;
    @FXML private Label dropText;
    @FXML private StackPane cover;

    public ShellController(Parts parts, Commands commands, Layers layers, Texts texts) {
        this.parts = parts;
        this.viewModel = parts.shell();
        this.imports = parts.imports();
        this.sound = parts.sound();
        this.commands = commands;
        this.layers = layers;
        this.texts = texts;
        this.columns = new Columns(parts.panes());
        this.nothingYet = nothingYet();
    }

    @FXML
    private void initialize() {
        new ShellCommands(commands, viewModel, new Deeds()).add(sound);
        new Line(viewModel, texts).bind(line, searchBox, search, ask);
        bindRail();
        Edges.fit(root, topBar, railRoom, status);
        importing(importFiles, "command.importFiles");
        importing(importFolder, "command.importFolder");
        new DropArea(drop, dropTitle, dropText, texts)
                .listen(root, () -> front().drop(), this::accept);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, this::clicked);
        showPanes();
        bindSound();
        StackPane.setAlignment(layers.toasts(), Pos.BOTTOM_CENTER);
        root.getChildren().addAll(layers.paletteRoot(), layers.toasts());
    }

    /// A menu item that shows its command's key; the key itself is seen to by [#pressed].
    private void importing(MenuItem item, String id) {
        commands.find(id).ifPresent(command -> item.setOnAction(_ -> command.action().run()));
        commands.settingsProperty()
                .subscribe(_ ->
                        item.setAccelerator(commands.find(id).map(commands::key).orElse(null)));
    }

    private void bindSound() {
        Nodes.setShown(record, sound != null);
        Nodes.setShown(banner, sound != null);
        Nodes.setShown(railRecordings, sound != null);
        if (sound == null) {
            return;
        }
        banner.getChildren().setAll(parts.panes().banner().root());
        record.setOnAction(_ -> viewModel.show(Page.RECORDING));
        sound.runningProperty()
                .subscribe(running -> record.pseudoClassStateChanged(RECORDING, running));
        record.textProperty()
                .bind(
                        sound.elapsed()
                                .map(time -> time.isEmpty() ? texts.text("shell.record") : time));
    }

    private void bindRail() {
        var tips = new Tips(commands, texts);
        tips.on(record, "command.record");
        var rail = new Rail(viewModel, tips, this::toConversation);
        rail.section(railLibrary, Section.LIBRARY, "command.library");
        rail.section(railRecordings, Section.RECORDINGS, "command.recordings");
        rail.section(railNotes, Section.NOTES, "command.notes");
        rail.section(railTags, Section.TAGS, "command.tags");
        rail.section(railAsk, Section.ASK, "command.askPane");
        rail.page(railJobs, Page.JOBS, "command.jobs");
        rail.page(settings, Page.SETTINGS, "command.settings");
    }

    private void showPanes() {
        status.getChildren().setAll(parts.panes().status().root());
        halves = new Halves(room, column, viewModel, parts.half());
        viewModel.column().subscribe(now -> side.getChildren().setAll(columns.of(now).root()));
        imported = new ImportArea(importArea, imports, viewModel, parts.panes()::imports);
        parts.library().loadedProperty().subscribe(this::showList);
        viewModel.firstStepsProperty().subscribe((_, shown) -> cover(shown));
        nothingYet.subscribe(empty -> {
            if (empty && welcome.getChildren().isEmpty()) {
                welcome.getChildren().setAll(parts.panes().welcome().root());
            }
            Nodes.setShown(welcome, empty);
            room.setVisible(!empty);
        });
    }

    private ObservableValue<Boolean> nothingYet() {
        return Bindings.createBooleanBinding(
                () ->
                        parts.library().bare()
                                && viewModel.location().getValue() instanceof Location.Empty
                                && imports.stateProperty().get()
                                        instanceof ImportViewModel.State.Idle,
                parts.library().loadedProperty(),
                parts.library().all(),
                viewModel.location(),
                imports.stateProperty());
    }

    private ImportArea imported() {
        return Objects.requireNonNull(imported, "not initialized");
    }

    private Halves halves() {
        return Objects.requireNonNull(halves, "not initialized");
    }

    /// Puts the first steps before everything, or takes them away.
    private void cover(boolean covers) {
        if (covers && covering == null) {
            covering = parts.panes().firstSteps();
        }
        cover.getChildren()
                .setAll(covers && covering != null ? List.of(covering.root()) : List.of());
        cover.setVisible(covers);
        if (covers && covering != null) {
            focus(covering);
        } else {
            line.requestFocus();
        }
    }

    /// Imports what was dropped anywhere on the window, unless what is shown takes it.
    public void accept(List<Path> paths) {
        var taking = front().drop();
        if (taking == null) {
            imports.start(paths);
        } else {
            taking.take().accept(paths);
        }
    }

    private Pane front() {
        return cover.isVisible() && covering != null ? covering : halves().active().shown();
    }

    private void clicked(MouseEvent event) {
        switch (event.getButton()) {
            case BACK -> viewModel.active().back();
            case FORWARD -> viewModel.active().forward();
            default -> {}
        }
    }

    private void pressed(KeyEvent event) {
        if (layers.palette().isOpen()) {
            return;
        }
        if (front().first().test(event)
                || columnPane().first().test(event)
                || halves().first(event)) {
            event.consume();
            return;
        }
        if (cover.isVisible()) {
            return;
        }
        boolean typing = event.getTarget() instanceof TextInputControl;
        var command = commands.of(event, typing);
        if (command.isPresent()) {
            command.get().action().run();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            escape();
        } else if (event.getCode() == KeyCode.DOWN && line.isFocused()) {
            focus(columnPane());
        } else {
            return;
        }
        event.consume();
    }

    private void focusLine() {
        line.requestFocus();
        line.selectAll();
    }

    private void toConversation() {
        viewModel.show(Page.ASK);
        halves().active().focus();
    }

    private void escape() {
        if (line.isFocused()) {
            viewModel.back();
            focusLine();
            return;
        }
        viewModel.leavePage();
        if (viewModel.showsPage()) {
            halves().active().focus();
        } else {
            focusLine();
        }
    }

    /// From the line to the column, to what is read, to the import, and round.
    private void nextPane(boolean backwards) {
        var stops = new ArrayList<>(List.of(new Round.Stop(searchBox, this::focusLine)));
        if (viewModel.listShownProperty().get()) {
            stops.add(new Round.Stop(side, () -> focus(columnPane())));
        }
        stops.addAll(halves().stops());
        if (importArea.isVisible()) {
            stops.add(new Round.Stop(importArea, () -> focus(imported().pane())));
        }
        Round.go(stops, backwards);
    }

    private Pane columnPane() {
        return columns.of(viewModel.column().getValue());
    }

    private static void focus(Pane pane) {
        Platform.runLater(() -> {
            pane.root().applyCss();
            KeyFocus.to(pane.focus().get());
        });
    }

    /// Keeps how wide the columns are, and where the list stands.
    public void keepPlaces() {
        halves().keepWidth();
        viewModel.listSpotProperty().set(columns.spot(viewModel.column().getValue()));
    }

    private void showList(boolean loaded) {
        var left = viewModel.listSpotProperty().get();
        if (loaded && left != null) {
            Platform.runLater(() -> columns.show(viewModel.column().getValue(), left));
        }
    }

    /// Puts the keyboard into the search line, as when the window opens.
    public void start() {
        line.requestFocus();
    }

    private final class Deeds implements ShellCommands.Frame {
        @Override
        public void line() {
            focusLine();
        }

        @Override
        public void focusPage() {
            halves().active().focus();
        }

        @Override
        public void enterColumn() {
            if (viewModel.asking()) {
                toConversation();
            } else if (viewModel.listShownProperty().get()) {
                focus(columnPane());
            } else if (!root.isFocusWithin()) {
                halves().active().focus();
            }
        }

        @Override
        public void palette(boolean namesOnly) {
            layers.palette().open(namesOnly);
        }

        @Override
        public void toast() {
            layers.toasts().act();
        }

        @Override
        public void importFiles() {
            imports.start(parts.files().files());
        }

        @Override
        public void importFolder() {
            imports.start(parts.files().folder());
        }

        @Override
        public void nextPane(boolean backwards) {
            ShellController.this.nextPane(backwards);
        }
    }
}
