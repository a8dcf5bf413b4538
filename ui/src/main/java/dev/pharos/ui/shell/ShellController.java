package dev.pharos.ui.shell;

import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.document.ReaderViewModel;
import dev.pharos.ui.file.FileChoice;
import dev.pharos.ui.library.ImportViewModel;
import dev.pharos.ui.library.LibraryViewModel;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.shell.ShellViewModel.Main;

import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Binds `shell.fxml` to its view-models: decides which panes stand beside each other, and leads
/// keys and dropped files to them.
public final class ShellController {
    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("recording");

    private final ShellViewModel viewModel;
    private final LibraryViewModel library;
    private final ImportViewModel imports;
    private final ReaderViewModel reader;
    private final @Nullable RecordingViewModel sound;
    private final Panes panes;
    private final FileChoice files;
    private final Texts texts;
    private final Map<Area, Pane> built = new EnumMap<>(Area.class);

    /// What stands in the large pane.
    private Area shownArea = Area.READER;

    /// Nothing was ever imported, nor is it being.
    private final BooleanBinding nothingYet;

    @FXML private StackPane root;
    @FXML private TextField line;
    @FXML private ToggleButton search;
    @FXML private ToggleButton ask;
    @FXML private HBox searchBox;
    @FXML private MenuItem importFiles;
    @FXML private MenuItem importFolder;
    @FXML private Button record;
    @FXML private Button settings;
    @FXML private SplitPane split;
    @FXML private StackPane side;
    @FXML private StackPane importArea;
    @FXML private StackPane main;
    @FXML private StackPane banner;
    @FXML private StackPane status;
    @FXML private VBox welcome;
    @FXML private Button welcomeFiles;
    @FXML private Button welcomeFolder;
    @FXML private Button welcomeRecord;
    @FXML private VBox drop;
    @FXML private Label dropTitle;
    @FXML private Label dropText;
    @FXML private StackPane cover;

    /// @param sound null where nothing can be recorded
    public ShellController(
            ShellViewModel viewModel,
            LibraryViewModel library,
            ImportViewModel imports,
            ReaderViewModel reader,
            @Nullable RecordingViewModel sound,
            Panes panes,
            FileChoice files,
            Texts texts) {
        this.viewModel = viewModel;
        this.library = library;
        this.imports = imports;
        this.reader = reader;
        this.sound = sound;
        this.panes = panes;
        this.files = files;
        this.texts = texts;
        nothingYet =
                library.loadedProperty()
                        .and(Bindings.isEmpty(library.all()))
                        .and(viewModel.mainProperty().isEqualTo(Main.SOURCE))
                        .and(
                                Bindings.createBooleanBinding(
                                        () ->
                                                imports.stateProperty().get()
                                                        instanceof ImportViewModel.State.Idle,
                                        imports.stateProperty()));
    }

    @FXML
    private void initialize() {
        bindLine();
        importFiles.setOnAction(_ -> imports.start(files.files()));
        importFolder.setOnAction(_ -> imports.start(files.folder()));
        welcomeFiles.setOnAction(_ -> imports.start(files.files()));
        welcomeFolder.setOnAction(_ -> imports.start(files.folder()));
        settings.setOnAction(_ -> viewModel.mainProperty().set(Main.SETTINGS));
        root.setOnDragOver(this::dragged);
        root.setOnDragExited(_ -> drop.setVisible(false));
        root.setOnDragDropped(this::dropped);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        showPanes();
        bindSound();
    }

    private void bindSound() {
        Nodes.setShown(record, sound != null);
        Nodes.setShown(banner, sound != null);
        Nodes.setShown(welcomeRecord, sound != null);
        if (sound == null) {
            return;
        }
        banner.getChildren().setAll(pane(Area.BANNER).root());
        record.setOnAction(_ -> viewModel.mainProperty().set(Main.RECORDING));
        welcomeRecord.setOnAction(_ -> viewModel.mainProperty().set(Main.RECORDING));
        sound.runningProperty()
                .subscribe(running -> record.pseudoClassStateChanged(RECORDING, running));
        record.textProperty()
                .bind(
                        sound.elapsed()
                                .map(time -> time.isEmpty() ? texts.text("shell.record") : time));
    }

    private void bindLine() {
        line.textProperty().bindBidirectional(viewModel.lineProperty());
        line.setOnAction(_ -> viewModel.enter());
        search.setOnAction(_ -> choose(false));
        ask.setOnAction(_ -> choose(true));
        line.focusedProperty()
                .subscribe(focused -> searchBox.pseudoClassStateChanged(Keys.FOCUSED, focused));
        viewModel
                .askingProperty()
                .subscribe(asking -> {
                    search.setSelected(!asking);
                    ask.setSelected(asking);
                    line.setPromptText(
                            texts.text(asking ? "shell.askPrompt" : "shell.searchPrompt"));
                });
    }

    private void choose(boolean asking) {
        viewModel.askingProperty().set(asking);
        search.setSelected(!asking);
        ask.setSelected(asking);
        line.requestFocus();
    }

    private void showPanes() {
        status.getChildren().setAll(pane(Area.STATUS).root());
        viewModel.side().subscribe(now -> side.getChildren().setAll(pane(Area.of(now)).root()));
        imports.stateProperty()
                .subscribe(state -> {
                    boolean shown = !(state instanceof ImportViewModel.State.Idle);
                    if (shown && importArea.getChildren().isEmpty()) {
                        importArea.getChildren().setAll(pane(Area.IMPORT).root());
                    }
                    Nodes.setShown(importArea, shown);
                });
        viewModel.mainProperty().subscribe(_ -> showMain());
        reader.stateProperty()
                .subscribe((_, _) -> {
                    viewModel.mainProperty().set(Main.SOURCE);
                    showMain();
                });
        nothingYet.subscribe(empty -> {
            Nodes.setShown(welcome, empty);
            split.setVisible(!empty);
        });
    }

    private void showMain() {
        shownArea = mainArea();
        var shown = pane(shownArea).root();
        if (cover(shownArea == Area.FIRST_STEPS ? List.of(shown) : List.of())) {
            return;
        }
        if (!main.getChildren().equals(List.of(shown))) {
            boolean keyboard = keyboardIn(main);
            main.getChildren().setAll(shown);
            if (keyboard) {
                focus(shownArea);
            }
        }
    }

    /// Puts a pane over all others, or takes it away.
    private boolean cover(List<Node> panes) {
        boolean covered = cover.isVisible();
        cover.getChildren().setAll(panes);
        cover.setVisible(!panes.isEmpty());
        if (cover.isVisible()) {
            focus(shownArea);
        } else if (covered) {
            line.requestFocus();
        }
        return cover.isVisible();
    }

    private Area mainArea() {
        return Area.of(viewModel.mainProperty().get(), sourceArea());
    }

    /// What is being loaded comes in place of what stands there when it is known what it is.
    private Area sourceArea() {
        return switch (reader.stateProperty().get()) {
            case ReaderViewModel.State.Listening _ -> Area.TRANSCRIPT;
            case ReaderViewModel.State.Writing _ -> Area.NOTE;
            case ReaderViewModel.State.Loading _ ->
                    switch (shownArea) {
                        case TRANSCRIPT, NOTE, RECORDING, JOBS -> shownArea;
                        default -> Area.READER;
                    };
            case ReaderViewModel.State.Reading _,
                    ReaderViewModel.State.Nothing _,
                    ReaderViewModel.State.Failed _ ->
                    Area.READER;
        };
    }

    private Pane pane(Area area) {
        return built.computeIfAbsent(area, missing -> missing.build(panes));
    }

    /// Imports what was dropped anywhere on the window, unless what is shown takes it.
    public void accept(List<Path> paths) {
        taker().accept(paths);
    }

    private Consumer<List<Path>> taker() {
        var drop = pane(mainArea()).drop();
        return drop == null ? imports::start : drop.take();
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            var shown = pane(mainArea()).drop();
            dropTitle.setText(shown == null ? texts.text("drop.title") : shown.title());
            dropText.setText(shown == null ? texts.text("drop.text") : shown.text());
            drop.setVisible(true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        drop.setVisible(false);
        accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        event.setDropCompleted(true);
        event.consume();
    }

    private void pressed(KeyEvent event) {
        boolean taken = pane(mainArea()).first().test(event);
        if (cover.isVisible() && !taken) {
            return;
        }
        if (taken || forRecording(event)) {
            event.consume();
            return;
        }
        if (Keys.SEARCH.match(event) || Keys.FIND.match(event)) {
            focusLine();
        } else if (Keys.ASK.match(event)) {
            viewModel.ask();
        } else if (Keys.IMPORT_FILES.match(event)) {
            imports.start(files.files());
        } else if (Keys.IMPORT_FOLDER.match(event)) {
            imports.start(files.folder());
        } else if (Keys.SETTINGS.match(event)) {
            viewModel.mainProperty().set(Main.SETTINGS);
            focus(Area.SETTINGS);
        } else if (event.getCode() == KeyCode.F6) {
            nextPane(event.isShiftDown());
        } else if (event.getCode() == KeyCode.ESCAPE) {
            escape();
        } else if (event.getCode() == KeyCode.DOWN && line.isFocused()) {
            focus(Area.of(viewModel.side().getValue()));
        } else {
            return;
        }
        event.consume();
    }

    private boolean forRecording(KeyEvent event) {
        if (sound == null) {
            return false;
        }
        if (Keys.RECORD.match(event)) {
            viewModel.mainProperty().set(Main.RECORDING);
            focus(Area.RECORDING);
            sound.startOrStop();
        } else if (Keys.JOBS.match(event)) {
            viewModel.mainProperty().set(Main.JOBS);
            focus(Area.JOBS);
        } else if (event.getCode() == KeyCode.M
                && !event.isShortcutDown()
                && sound.runningProperty().get()
                && !(event.getTarget() instanceof TextInputControl)) {
            sound.mark();
        } else {
            return false;
        }
        return true;
    }

    private void focusLine() {
        line.requestFocus();
        line.selectAll();
    }

    private void escape() {
        if (line.isFocused() || viewModel.mainProperty().get() != Main.SOURCE) {
            viewModel.back();
        }
        if (viewModel.mainProperty().get() == Main.SETTINGS) {
            focus(Area.SETTINGS);
        } else {
            focusLine();
        }
    }

    /// From the search line to the side, to what is read, to the import, and round.
    private void nextPane(boolean backwards) {
        var stops =
                Stream.of(Area.of(viewModel.side().getValue()), mainArea(), Area.IMPORT)
                        .filter(area -> area != Area.IMPORT || importArea.isVisible())
                        .toList();
        int now = -1;
        for (int i = 0; i < stops.size(); i++) {
            if (focused(stops.get(i))) {
                now = i;
            }
        }
        int next = Math.floorMod(now + 1 + (backwards ? -1 : 1), stops.size() + 1) - 1;
        if (next < 0) {
            focusLine();
        } else {
            focus(stops.get(next));
        }
    }

    private boolean focused(Area area) {
        return keyboardIn(pane(area).root());
    }

    private boolean keyboardIn(Node place) {
        Node node = root.getScene() == null ? null : root.getScene().getFocusOwner();
        while (node != null && node != place) {
            node = node.getParent();
        }
        return node != null;
    }

    /// What a new pane holds is in the scene once its style is applied, and not before.
    private void focus(Area area) {
        Platform.runLater(() -> {
            pane(area).root().applyCss();
            pane(area).focus().get().requestFocus();
        });
    }

    /// Puts the keyboard into the search line, as when the window opens.
    public void start() {
        line.requestFocus();
    }
}
