package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.transcription.Transcripts;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.job.JobText;
import dev.pharos.ui.sound.Interview;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.Test;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// How sound gets its words in the queue of jobs.
final class TranscribingTest extends InTalk {
    @Test
    void theQueueShowsWhatRunsAndCancelsIt() throws Exception {
        window.speech.hold(true);
        chooseModel();
        window.drop(Interview.wav(temp.resolve("Talk.wav"), TALK));
        window.press(".status #work", Hyperlink.class, link -> !link.getText().isEmpty());
        window.press(
                ".job-buttons .button",
                Button.class,
                button ->
                        "Cancel".equals(button.getAccessibleText())
                                && row(button).contains("Transcribing"));
        TestWindow.until(
                () -> window.library.jobs().all().getFirst().state() == Job.State.CANCELLED);
    }

    /// What is said of the work that a button belongs to; the import of the file is work too.
    private static String row(Node button) {
        Node at = button;
        while (!(at instanceof ListCell<?>)) {
            at = at.getParent();
        }
        return Objects.requireNonNullElse(at.getAccessibleText(), "");
    }

    @Test
    void whatLackedAModelIsTranscribedOnceOneIsChosen() throws Exception {
        window.drop(Interview.wav(temp.resolve("Talk.wav"), TALK));
        TestWindow.until(() -> window.library.jobs().all().stream().anyMatch(JobText::lacksModel));
        shortcut(KeyCode.J);
        window.press(
                ".job-buttons .button",
                Button.class,
                button -> "Choose a model…".equals(button.getText()));
        chooseFirstModel();
        TestWindow.until(() -> !window.library.sources().all().isEmpty() && transcribed());
        assertEquals(
                Transcripts.Origin.RECOGNISED,
                window.library
                        .transcripts()
                        .versions(window.library.sources().all().getFirst().id())
                        .getFirst()
                        .origin());
    }

    @Test
    void aChosenModelReplacesNoWordsThatAreThere() throws Exception {
        var source = openTalk();
        TestWindow.until(
                () -> window.library.jobs().all().stream().anyMatch(job -> job.state().over()));
        chooseModel();
        window.drop(Interview.wav(temp.resolve("Other.wav"), Interview.repeated(2)));
        TestWindow.until(() ->
                window.library.jobs().all().stream()
                        .anyMatch(job -> job.state() == Job.State.DONE));
        assertEquals(1, window.library.transcripts().versions(source.id()).size());
    }

    @Test
    void closingAsksWhileSomethingIsTranscribedAndStayingStopsNothing() throws Exception {
        window.speech.hold(true);
        chooseModel();
        window.drop(Interview.wav(temp.resolve("Talk.wav"), TALK));
        TestWindow.until(() ->
                window.library.jobs().all().stream()
                        .anyMatch(job -> job.state() == Job.State.RUNNING));
        window.await(".status #work", Hyperlink.class, link -> link.getText().contains("Transc"));
        Platform.runLater(() ->
                Event.fireEvent(
                        window.stage,
                        new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        TestWindow.until(
                () -> TestWindow.onFx(() -> question().filter(Window::isFocused).isPresent()));
        robot.type(KeyCode.ESCAPE);
        TestWindow.until(() -> TestWindow.onFx(() -> question().isEmpty()));
        assertTrue(TestWindow.onFx(window.stage::isShowing));
        assertEquals(Job.State.RUNNING, window.library.jobs().all().getFirst().state());
        window.speech.hold(false);
    }

    private Optional<Window> question() {
        return Window.getWindows().stream()
                .filter(each -> each != window.stage && each.isShowing())
                .findFirst();
    }

    private boolean transcribed() {
        return window.library
                .transcripts()
                .find(window.library.sources().all().getFirst().id())
                .isPresent();
    }

    private void chooseModel() {
        shortcut(KeyCode.COMMA);
        chooseFirstModel();
        robot.type(KeyCode.ESCAPE);
        TestWindow.until(
                () -> TestWindow.onFx(() -> window.opened().root().lookup(".settings") == null));
    }

    /// In the settings. Which models there are is read anew each time that the list of them opens.
    private void chooseFirstModel() {
        robot.clickOn("#model");
        awaitModels(models -> models.isShowing() && !models.getItems().isEmpty());
        robot.type(KeyCode.DOWN);
        awaitModels(models -> models.getValue() != null);
        robot.type(KeyCode.ENTER);
        awaitModels(models -> !models.isShowing());
    }

    private void awaitModels(Predicate<ComboBox<?>> such) {
        window.await("#model", ComboBox.class, models -> such.test(models));
    }
}
