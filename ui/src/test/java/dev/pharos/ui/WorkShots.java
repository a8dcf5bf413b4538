package dev.pharos.ui;

import dev.pharos.engine.work.Job;
import dev.pharos.ui.sound.Interview;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import java.nio.file.Files;
import java.time.Duration;

/// Pictures of all long work, of quick capture and of what there is beside the window.
final class WorkShots extends Pictures {
    @Override
    void take() throws Exception {
        chooseModel();
        shortcut(KeyCode.J);
        picture("90-jobs-empty");
        transcribe();
        importFiles();
        shortcut(KeyCode.J);
        window.await(".job-cell:running .row-about", Label.class, l -> l.getText().contains("×"));
        picture("91-jobs");
        window.press(".job-cell:done #details");
        picture("92-jobs-details");
        robot.type(KeyCode.ESCAPE);
        picture("93-status");
        capture();
        closing();
        window.library.jobs().all().forEach(job -> window.library.jobs().cancel(job.id()));
    }

    private void chooseModel() throws Exception {
        shortcut(KeyCode.COMMA);
        var scroll = window.await(".settings-scroll", ScrollPane.class, _ -> true);
        robot.interact(() -> scroll.setVvalue(1));
        picture("94-beside");
        ComboBox<?> model = window.await("#model", ComboBox.class, Node::isVisible);
        robot.interact(() -> model.getSelectionModel().selectNext());
        robot.type(KeyCode.ESCAPE);
    }

    private void transcribe() throws Exception {
        window.speech.pace(Duration.ofMillis(1_500));
        for (var name : new String[] {"Morning meeting", "At the harbour", "The keeper’s talk"}) {
            int count = window.library.sources().count();
            window.drop(Interview.wav(temp.resolve(name + ".wav"), Interview.repeated(2 + count)));
            TestWindow.until(() -> window.library.sources().count() > count);
        }
        var jobs = window.library.jobs();
        TestWindow.until(
                () -> jobs.all().stream().anyMatch(job -> job.state() == Job.State.RUNNING));
    }

    private void importFiles() throws Exception {
        var folder = Files.createDirectories(temp.resolve("files"));
        for (int i = 0; i < 12; i++) {
            Files.writeString(folder.resolve("Letter " + i + ".txt"), "A letter, number " + i);
        }
        Files.writeString(folder.resolve("Empty.txt"), "");
        robot.type(KeyCode.ESCAPE);
        window.drop(folder);
        TestWindow.until(() -> window.library.sources().count() > 12);
    }

    private void capture() throws Exception {
        robot.interact(() -> {
            window.resident.capture();
            window.opened()
                    .beside()
                    .capture()
                    .textProperty()
                    .set("Ask the keeper about the spare lamp\nHe was there in **1911**.");
        });
        pause(500);
        dialog("95-capture");
        robot.interact(() -> window.opened().beside().capture().textProperty().set(""));
        pause(500);
        dialog("96-capture-empty");
        robot.interact(() -> window.resident.captureWindow().hide());
    }

    private void closing() throws Exception {
        Platform.runLater(() ->
                Event.fireEvent(
                        window.stage,
                        new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        TestWindow.until(() ->
                TestWindow.onFx(() ->
                        Window.getWindows().stream()
                                .anyMatch(each -> each != window.stage && each.isShowing())));
        pause(800);
        dialog("97-closing");
        robot.type(KeyCode.ESCAPE);
    }
}
