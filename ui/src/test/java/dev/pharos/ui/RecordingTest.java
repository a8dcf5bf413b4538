package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.recording.SpokenMicrophone;
import dev.pharos.engine.work.Job;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;
import java.util.Optional;

/// Making a recording, and what becomes of it when the window, the microphone or the program ends.
final class RecordingTest extends InWindow {
    private void askToClose() {
        WaitForAsyncUtils.asyncFx(() ->
                Event.fireEvent(
                        window.stage,
                        new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void answer(String words) {
        TestWindow.until(() ->
                TestWindow.onFx(() -> {
                    var button = shown(words);
                    button.ifPresent(Button::fire);
                    return button.isPresent();
                }));
    }

    private Optional<Button> shown(String words) {
        return Window.getWindows().stream()
                .filter(each -> each != window.stage && each.isShowing())
                .flatMap(each -> each.getScene().getRoot().lookupAll(".button").stream())
                .map(Button.class::cast)
                .filter(each -> each.getText().equals(words))
                .findFirst();
    }

    private void record(int seconds) {
        shortcut(KeyCode.R);
        window.await(".recorder:running", Node.class, _ -> true);
        window.microphone.say(seconds, 0.5);
        awaitClock("0:0" + seconds);
    }

    private void awaitClock(String time) {
        TestWindow.until(() -> TestWindow.onFx(window.stage::getTitle).contains(time));
    }

    @Test
    void closingEndsARecordingOnlyIfItsUserSaysSoAndKeepsIt() {
        record(4);
        askToClose();
        answer("Stop, keep it and close");
        TestWindow.until(() -> TestWindow.onFx(() -> !window.stage.isShowing()));
        assertEquals(1, window.library.sources().count());
        assertEquals(List.of(), window.library.recorder().unfinished());
    }

    @Test
    void whoKeepsRecordingKeepsTheWindow() {
        record(4);
        askToClose();
        TestWindow.until(() ->
                TestWindow.onFx(() -> shown("Keep recording").filter(Node::isFocused).isPresent()));
        robot.type(KeyCode.ENTER);
        TestWindow.until(() -> TestWindow.onFx(() -> shown("Keep recording").isEmpty()));
        window.microphone.say(1, 0.5);
        awaitClock("0:05");
        assertTrue(TestWindow.onFx(window.stage::isShowing));
    }

    @Test
    void aRecordingIsMadeMarkedKeptAndQueued() throws Exception {
        record(4);
        robot.type(KeyCode.M);
        window.await("#marks", Label.class, label -> label.getText().equals("Marks: 1"));
        shortcut(KeyCode.R);
        window.await("#wordlessSlot", Node.class, _ -> true);
        var source = window.library.sources().all().getFirst();
        assertEquals(1, window.library.recordings().markers(source.id()).size());
        TestWindow.until(() ->
                window.library.jobs().all().stream()
                        .map(Job::subject)
                        .toList()
                        .equals(List.of(source.id().toString())));
    }

    @Test
    void silenceIsWarnedOf() {
        shortcut(KeyCode.R);
        window.await(".recorder:running", Node.class, _ -> true);
        window.microphone.say(4, 0);
        window.await("#warning", Node.class, _ -> true);
    }

    @Test
    void anUnpluggedMicrophoneEndsTheRecordingAndTellsWhatWasKept() throws Exception {
        record(3);
        window.microphone.unplug();
        window.await(".banner #text", Label.class, label -> label.getText().contains("0:03"));
        assertEquals(1, window.library.sources().count());
    }

    @Test
    void whatAKilledProgramLeftIsOfferedAndKept() throws Exception {
        window.close();
        var microphone = new SpokenMicrophone();
        try (var recorder = microphone.recorder(temp.resolve("home/library/recordings"))) {
            recorder.start(null);
            microphone.say(6, 0.5);
        }
        open();
        window.await(".banner #text", Label.class, label -> label.getText().contains("0:0"));
        robot.clickOn("#keep");
        window.await(".source-cell:filled", Node.class, _ -> true);
        TestWindow.until(() ->
                TestWindow.onFx(() ->
                        window.opened().root().lookupAll(".banner").stream()
                                .noneMatch(Node::isVisible)));
        assertEquals(1, window.library.sources().count());
    }
}
