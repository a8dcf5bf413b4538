package dev.pharos.ui;

import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.recording.RecordingViewModel.Result;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens as the window closes: a recording goes on unless its user ends it, what is not yet
/// kept is kept, and what cannot be is told before it is too late. Where nobody can be asked, as at
/// the end of a session, all is kept that can be. For the JavaFX thread.
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Stage stage;
    private final Frame frame;
    private boolean waiting;

    private Closing(Stage stage, Frame frame) {
        this.stage = stage;
        this.frame = frame;
    }

    /// @param closed called once the window is gone and what is in it has ended
    static void watch(Stage stage, Frame frame, Runnable closed) {
        var closing = new Closing(stage, frame);
        stage.setOnCloseRequest(closing::asked);
        stage.setOnHidden(_ -> {
            frame.opened().save().get().forEach(lost -> LOG.error("closed without: {}", lost));
            frame.opened().close().run();
            closed.run();
        });
    }

    private void asked(WindowEvent event) {
        var recording = frame.opened().recording();
        if (recording != null && recording.busyProperty().get()) {
            event.consume();
            closeAfter(recording);
        } else if (recording != null && recording.runningProperty().get()) {
            event.consume();
            if (endsRecording(recording)) {
                end(recording);
            }
        } else if (!keepsAll()) {
            event.consume();
        }
    }

    private void end(RecordingViewModel recording) {
        recording.stop();
        if (recording.busyProperty().get()) {
            closeAfter(recording);
        } else {
            close();
        }
    }

    /// A recording that is being begun is asked about; one that could not be taken into the library
    /// is told of in the window, which stays therefore.
    private void closeAfter(RecordingViewModel recording) {
        if (waiting) {
            return;
        }
        waiting = true;
        recording
                .busyProperty()
                .addListener(
                        new ChangeListener<>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends Boolean> busy,
                                    Boolean before,
                                    Boolean now) {
                                busy.removeListener(this);
                                waiting = false;
                                Platform.runLater(() -> closeUnless(recording));
                            }
                        });
    }

    private void closeUnless(RecordingViewModel recording) {
        boolean stays =
                recording.resultProperty().get() instanceof Result.Failed(var problem)
                        && !(problem instanceof Problem.EmptyFile);
        if (!stays) {
            close();
        }
    }

    private void close() {
        Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
    }

    private boolean endsRecording(RecordingViewModel recording) {
        var texts = frame.texts();
        return answered(
                AlertType.CONFIRMATION,
                texts.text("closing.recording"),
                texts.text("closing.recordingText", recording.elapsed().getValue()),
                texts.text("closing.goOn"),
                texts.text("closing.stop"));
    }

    private boolean keepsAll() {
        var lost = frame.opened().save().get();
        var texts = frame.texts();
        return lost.isEmpty()
                || answered(
                        AlertType.WARNING,
                        texts.text("closing.title"),
                        String.join("\n", lost),
                        texts.text("closing.stay"),
                        texts.text("closing.lose"));
    }

    /// What is asked is said with the button that has the keyboard: some screen readers announce no
    /// dialogs of JavaFX.
    ///
    /// @param stay what Enter and Escape choose
    private boolean answered(
            AlertType type, String title, String text, String stay, String closeButton) {
        var no = new ButtonType(stay, ButtonData.CANCEL_CLOSE);
        var yes = new ButtonType(closeButton, ButtonData.OTHER);
        var question = new Alert(type, text, no, yes);
        question.initOwner(stage);
        question.setTitle(frame.texts().text("shell.title"));
        question.setHeaderText(title);
        question.setGraphic(null);
        question.getDialogPane().setAccessibleText(title + ". " + text);
        var harmless = question.getDialogPane().lookupButton(no);
        harmless.setAccessibleHelp(title + ". " + text);
        question.setOnShown(_ -> Platform.runLater(harmless::requestFocus));
        return question.showAndWait().filter(yes::equals).isPresent();
    }
}
