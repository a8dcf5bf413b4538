package dev.pharos.ui.capture;

import dev.pharos.ui.ProblemText;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Nodes;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.recording.RecordingViewModel.Result;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// Binds `capture.fxml` to its view-model and the recording.
public final class CaptureController {
    private static final PseudoClass RECORDING = PseudoClass.getPseudoClass("recording");

    private final CaptureViewModel capture;
    private final @Nullable RecordingViewModel recording;
    private final Texts texts;
    private final ProblemText problems;
    private Runnable hide = () -> {};

    @FXML private VBox root;
    @FXML private TextArea text;
    @FXML private Button keep;
    @FXML private Button record;
    @FXML private Label hint;
    @FXML private Label problem;

    /// @param recording null where nothing can be recorded
    public CaptureController(
            CaptureViewModel capture,
            @Nullable RecordingViewModel recording,
            Texts texts,
            ProblemText problems) {
        this.capture = capture;
        this.recording = recording;
        this.texts = texts;
        this.problems = problems;
    }

    @FXML
    private void initialize() {
        String enter = texts.text(mac() ? "capture.enterMac" : "capture.enter");
        text.textProperty().bindBidirectional(capture.textProperty());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        keep.setOnAction(_ -> capture.keep());
        keep.setTooltip(new Tooltip(texts.text("capture.keepTip", enter)));
        keep.disableProperty().bind(capture.textProperty().map(String::isBlank).orElse(true));
        hint.setText(texts.text("capture.hint", enter));
        capture.problemProperty().subscribe((_, _) -> tell());
        bindRecording();
        tell();
    }

    private static boolean mac() {
        return System.getProperty("os.name").startsWith("Mac");
    }

    private void bindRecording() {
        Nodes.setShown(record, recording != null);
        if (recording == null) {
            return;
        }
        record.setOnAction(_ -> recording.startOrStop());
        record.disableProperty().bind(recording.busyProperty());
        recording
                .runningProperty()
                .subscribe(running -> {
                    record.pseudoClassStateChanged(RECORDING, running);
                    name(running, recording.elapsed().getValue());
                });
        recording.elapsed().subscribe(time -> name(recording.runningProperty().get(), time));
        recording.resultProperty().subscribe(_ -> tell());
    }

    private void name(boolean running, String time) {
        record.setText(running ? texts.text("capture.stop", time) : texts.text("capture.record"));
    }

    private void tell() {
        var why = capture.problemProperty().get();
        if (why == null
                && recording != null
                && recording.resultProperty().get() instanceof Result.Failed(var broken)) {
            why = broken;
        }
        problem.setText(why == null ? "" : problems.of(why));
        Nodes.setShown(problem, why != null);
        Nodes.setShown(hint, why == null);
    }

    /// @param hide hides the window that this is in
    public void onHide(Runnable hide) {
        this.hide = hide;
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            hide.run();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            capture.keep();
        } else if (event.getCode() == KeyCode.R && event.isShortcutDown() && recording != null) {
            recording.startOrStop();
        } else {
            return;
        }
        event.consume();
    }

    /// Where the keyboard goes.
    public Node first() {
        return text;
    }
}
