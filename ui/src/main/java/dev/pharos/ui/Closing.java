package dev.pharos.ui;

import static java.util.stream.Collectors.joining;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.job.LongWork;
import dev.pharos.ui.recording.RecordingViewModel;
import dev.pharos.ui.recording.RecordingViewModel.Result;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/// What happens as the window closes: a recording goes on unless its user ends it, what is not yet
/// kept is kept, and what cannot be is told before it is too late. Where nobody can be asked, as at
/// the end of a session, all is kept that can be. For the JavaFX thread.
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private static final int NAMED = 5;

    private final Stage stage;
    private final Frame frame;
    private final Resident resident;
    private final Runnable closed;
    private boolean waiting;
    private boolean quitting;
    private boolean ended;

    private Closing(Stage stage, Frame frame, Resident resident, Runnable closed) {
        this.stage = stage;
        this.frame = frame;
        this.resident = resident;
        this.closed = closed;
    }

    /// @param closed called once the window is gone and what is in it has ended
    static void watch(Stage stage, Frame frame, Resident resident, Runnable closed) {
        var closing = new Closing(stage, frame, resident, closed);
        stage.setOnCloseRequest(closing::asked);
        stage.setOnHidden(_ -> {
            if (!resident.parked()) {
                closing.end();
            }
        });
        resident.onEnd(closing::quit, closing::endAtOnce);
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        resident.close(); // a start of the program from now on has a window of its own
        frame.opened().save().get().forEach(lost -> LOG.error("closed without: {}", lost));
        frame.close();
        closed.run();
    }

    private void endAtOnce() {
        resident.close();
        stage.hide();
        end();
    }

    /// Ends all, also where the window is not there; what has to be asked is asked in it.
    private void quit() {
        quitting = true;
        if (!stage.isShowing() && (recording() != null || !live().isEmpty() || !kept())) {
            resident.front();
        }
        if (stage.isShowing()) {
            close();
        } else {
            endAtOnce();
        }
    }

    private boolean kept() {
        return frame.opened().save().get().isEmpty();
    }

    /// The one that goes on, is being begun or ended, or null.
    private @Nullable RecordingViewModel recording() {
        var recording = frame.opened().recording();
        return recording != null && recording.underWay() ? recording : null;
    }

    private void asked(WindowEvent event) {
        var recording = recording();
        if (resident.parks() && !quitting) {
            event.consume();
            resident.park();
        } else if (recording != null && recording.busyProperty().get()) {
            event.consume();
            closeAfter(recording);
        } else if (recording != null) {
            event.consume();
            if (endsRecording(recording)) {
                end(recording);
            } else {
                quitting = false;
            }
        } else if (!stops(live()) || !keepsAll()) {
            event.consume();
            quitting = false;
        }
    }

    /// What would be stopped. What is learned by itself goes on by itself.
    private List<LongWork> live() {
        return frame.opened()
                .beside()
                .works()
                .all(work ->
                        work.state() == Job.State.RUNNING
                                && work.kind() != LongWork.Kind.INDEX
                                && work.kind() != LongWork.Kind.MEANING);
    }

    /// Whether all that goes on may be stopped.
    private boolean stops(List<LongWork> live) {
        if (live.isEmpty()) {
            return true;
        }
        var texts = frame.texts();
        var names = live.stream().limit(NAMED).map(LongWork::title).collect(joining("\n"));
        int more = live.size() - NAMED;
        var tray = new ButtonType(texts.text("closing.inTray"), ButtonData.OTHER);
        var later = new ButtonType(texts.text("closing.later"), ButtonData.OTHER);
        var question =
                question(
                        AlertType.CONFIRMATION,
                        texts.text("closing.work"),
                        texts.text(
                                "closing.workText",
                                more > 0 ? names + "\n" + texts.text("closing.more", more) : names),
                        texts.text("closing.stay"));
        if (resident.canPark()) {
            question.getButtonTypes().add(tray);
        }
        question.getButtonTypes().add(later);
        showWhole(question);
        var answer = question.showAndWait();
        if (answer.filter(tray::equals).isPresent()) {
            resident.park();
        }
        return answer.filter(later::equals).isPresent();
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

    /// Words of different length make buttons of different width.
    private static void showWhole(Alert question) {
        for (var type : question.getButtonTypes()) {
            if (question.getDialogPane().lookupButton(type) instanceof Button button) {
                ButtonBar.setButtonUniformSize(button, false);
                button.setMinWidth(Button.USE_PREF_SIZE);
            }
        }
    }

    private boolean answered(
            AlertType type, String title, String text, String stay, String closeButton) {
        var yes = new ButtonType(closeButton, ButtonData.OTHER);
        var question = question(type, title, text, stay);
        question.getButtonTypes().add(yes);
        return question.showAndWait().filter(yes::equals).isPresent();
    }

    /// What is asked is said with the button that has the keyboard: some screen readers announce no
    /// dialogs of JavaFX.
    ///
    /// @param stay what Enter and Escape choose
    private Alert question(AlertType type, String title, String text, String stay) {
        var no = new ButtonType(stay, ButtonData.CANCEL_CLOSE);
        var question = new Alert(type, text, no);
        question.initOwner(stage);
        question.setTitle(frame.texts().text("shell.title"));
        question.setHeaderText(title);
        question.setGraphic(null);
        question.getDialogPane().setAccessibleText(title + ". " + text);
        var harmless = question.getDialogPane().lookupButton(no);
        harmless.setAccessibleHelp(title + ". " + text);
        question.setOnShown(_ -> Platform.runLater(harmless::requestFocus));
        return question;
    }
}
