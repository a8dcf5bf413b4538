package dev.pharos.ui.recording;

import dev.pharos.engine.recording.Microphone;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.recording.RecordingViewModel.Result;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/// Binds `recording.fxml` to its view-model.
public final class RecordingController {
    private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

    private final RecordingViewModel viewModel;
    private final Texts texts;
    private final ProblemText problems;
    private final LevelView level;

    @FXML private VBox root;
    @FXML private Label clock;
    @FXML private Label about;
    @FXML private StackPane levelSlot;
    @FXML private HBox warning;
    @FXML private Label warningText;
    @FXML private Button record;
    @FXML private FontIcon recordIcon;
    @FXML private Label recordName;
    @FXML private Button pause;
    @FXML private FontIcon pauseIcon;
    @FXML private Button mark;
    @FXML private Label marks;
    @FXML private ComboBox<Microphone.Input> input;
    @FXML private HBox inputRow;
    @FXML private Label noInput;

    public RecordingController(RecordingViewModel viewModel, Texts texts, ProblemText problems) {
        this.viewModel = viewModel;
        this.texts = texts;
        this.problems = problems;
        level = new LevelView(texts.text("recording.level"));
    }

    @FXML
    private void initialize() {
        levelSlot.getChildren().setAll(level);
        record.setOnAction(_ -> viewModel.startOrStop());
        pause.setOnAction(_ -> viewModel.pauseOrResume());
        mark.setOnAction(_ -> viewModel.mark());
        input.setItems(viewModel.inputs());
        input.setConverter(new InputNames());
        input.valueProperty().bindBidirectional(viewModel.inputProperty());
        input.setOnShowing(_ -> viewModel.loadInputs());
        viewModel.inputs().subscribe(this::showInputs);
        showInputs();
        viewModel.runningProperty().subscribe(this::showRunning);
        viewModel.stateProperty().subscribe(this::show);
        viewModel.resultProperty().subscribe(_ -> show(viewModel.stateProperty().get()));
        viewModel.loadInputs();
    }

    /// Where the keyboard goes when this pane is entered.
    public Node content() {
        return record;
    }

    private void showRunning(boolean running) {
        root.pseudoClassStateChanged(RUNNING, running);
        recordIcon.setIconCode(running ? Material2MZ.STOP : Material2MZ.MIC);
        String name = texts.text(running ? "recording.stop" : "recording.start");
        record.setAccessibleText(name);
        recordName.setText(name);
        pause.setDisable(!running);
        mark.setDisable(!running);
        inputRow.setDisable(running);
        showInputs();
        if (running) {
            level.clear();
        }
    }

    /// Who records has a microphone, and what is told above is not told again.
    private void showInputs() {
        boolean none = viewModel.inputs().isEmpty();
        Nodes.setShown(noInput, none && !viewModel.runningProperty().get() && !warning.isVisible());
        Nodes.setShown(inputRow, !none);
    }

    private void show(Recorder.@Nullable State state) {
        clock.setText(Clock.of(state == null ? 0 : state.elapsedMs()));
        boolean paused = state != null && state.paused();
        if (state != null && !paused) {
            level.add(state.level());
        }
        pauseIcon.setIconCode(paused ? Material2MZ.PLAY_ARROW : Material2MZ.PAUSE);
        pause.setText(texts.text(paused ? "recording.resume" : "recording.pause"));
        int marked = state == null ? 0 : state.markers();
        marks.setText(texts.text("recording.marks", marked));
        marks.setVisible(marked > 0);
        long silent = viewModel.silentSeconds();
        String trouble =
                silent > 0
                        ? texts.text("recording.silent", silent)
                        : viewModel.resultProperty().get() instanceof Result.Failed(var problem)
                                ? problems.of(problem)
                                : "";
        warningText.setText(trouble);
        if (warning.isVisible() == trouble.isEmpty()) {
            tell(trouble);
        }
        warning.setVisible(!trouble.isEmpty());
        showInputs();
        about.setText(
                state == null
                        ? texts.text("recording.hint")
                        : texts.text(paused ? "recording.paused" : "recording.running"));
    }

    /// A screen reader tells anew what has the keyboard when the name of that changes: the seconds
    /// that are counted on are not told.
    private void tell(String trouble) {
        record.setAccessibleText((trouble + " " + recordName.getText()).strip());
    }

    private static final class InputNames extends StringConverter<Microphone.Input> {
        @Override
        public String toString(Microphone.@Nullable Input input) {
            return input == null ? "" : input.name();
        }

        @Override
        public Microphone.Input fromString(String name) {
            throw new UnsupportedOperationException("not editable");
        }
    }
}
