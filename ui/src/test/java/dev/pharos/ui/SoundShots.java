package dev.pharos.ui;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.recording.SpokenMicrophone;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.sound.Interview;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;

import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Takes pictures of the screens that have to do with sound, as [Screenshots] does.
final class SoundShots extends Pictures {
    @Override
    void take() throws Exception {
        shortcut(KeyCode.J);
        picture("39-queue-empty");
        robot.type(KeyCode.ESCAPE);
        transcript();
        recording();
        settings();
        transcribing();
        queue();
    }

    /// What a program that was killed would leave.
    @Override
    void prepare(Path home) throws Exception {
        var microphone = new SpokenMicrophone();
        try (var recorder = microphone.recorder(home.resolve("library/recordings"))) {
            recorder.start(null);
            microphone.say(754, 0.5);
        }
    }

    private void transcript() throws Exception {
        var talk = Interview.transcript();
        var wav = Interview.wav(temp.resolve("At the lighthouse.wav"), talk);
        window.recording(wav, talk);
        window.awaitItems("#list", 1);
        robot.clickOn("#list");
        robot.type(KeyCode.ENTER);
        window.await(".segment-cell", Node.class, _ -> true);
        picture("20-transcript");
        robot.clickOn("#later");
        var segment = talk.segments().get(4);
        robot.clickOn("#play");
        window.player.hear(segment.words().get(7).startMs());
        picture("21-playing");
        window.player.end(segment.words().get(7).startMs());
        shortcut(KeyCode.F);
        robot.write("light");
        picture("22-find");
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.DOWN).type(KeyCode.F2);
        picture("23-correcting");
        robot.type(KeyCode.ENTER);
        robot.clickOn(".segment-speaker");
        picture("24-who-speaks");
        robot.type(KeyCode.ESCAPE);
        versions();
        window.player.refuse(new Problem.NoSoundOutput("no device"));
        toLine();
        robot.write("parabolic mirrors");
        window.await(".hit-cell:filled", Node.class, _ -> true);
        robot.type(KeyCode.ENTER);
        robot.clickOn("#play");
        picture("25-hit-no-output");
        toLine();
        robot.type(KeyCode.DELETE);
    }

    private void versions() throws IOException {
        robot.type(KeyCode.F2).write(" Anna").type(KeyCode.ENTER);
        window.await("#saved", Hyperlink.class, _ -> true);
        pause(1_500);
        var more = window.await("#more", MenuButton.class, _ -> true);
        robot.interact(() ->
                more.getItems().stream()
                        .filter(item -> "earlier".equals(item.getId()))
                        .forEach(MenuItem::fire));
        window.await(".earlier-cell", Node.class, _ -> true);
        picture("26-versions");
        robot.type(KeyCode.ESCAPE);
    }

    /// Asks to close the window, and takes the picture of what it asks then.
    private void closing() throws IOException {
        var close = new WindowEvent(window.stage, WindowEvent.WINDOW_CLOSE_REQUEST);
        WaitForAsyncUtils.asyncFx(() -> Event.fireEvent(window.stage, close));
        pause(1_000);
        dialog("36-closing");
        robot.type(KeyCode.ESCAPE);
    }

    private void recording() throws IOException {
        robot.clickOn("#record");
        picture("30-recording-idle");
        shortcut(KeyCode.R);
        for (int i = 0; i < 30; i++) {
            window.microphone.say(1, 0.1 + 0.8 * Math.abs(Math.sin(i * 1.3)));
            pause(130);
        }
        robot.type(KeyCode.M);
        picture("31-recording");
        closing();
        window.microphone.say(5, 0);
        picture("32-recording-silent");
        shortcut(KeyCode.R);
        window.await("#wordlessSlot", Node.class, _ -> true);
        picture("33-no-model");
        shortcut(KeyCode.J);
        picture("38-queue-no-model");
        robot.type(KeyCode.ESCAPE);
    }

    private void settings() throws Exception {
        window.speech.hold(true);
        robot.clickOn("#settings");
        picture("50-settings");
        robot.clickOn("#model");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        picture("51-settings-chosen");
        robot.type(KeyCode.ESCAPE);
    }

    private void transcribing() throws Exception {
        window.await("#wordlessSlot #cancel", Node.class, _ -> true);
        picture("34-transcribing");
        for (String name :
                List.of("Lecture on harbours", "Interview with the mate", "Storm of 1987")) {
            Interview.wav(
                    Files.createDirectories(temp.resolve("more")).resolve(name + ".wav"),
                    Interview.repeated(name.length()));
        }
        window.drop(temp.resolve("more"));
        window.await(".import-panel #close", Node.class, _ -> true);
        picture("35-imported");
        robot.clickOn("#close");
    }

    private void queue() throws Exception {
        var jobs = window.library.jobs();
        var waiting = jobs.all().stream().filter(job -> job.state() == Job.State.WAITING).toList();
        jobs.pause(waiting.get(1).id());
        jobs.cancel(waiting.get(2).id());
        Interview.wav(temp.resolve("Morning meeting.wav"), Interview.repeated(2));
        window.drop(temp.resolve("Morning meeting.wav"));
        window.await(".import-panel #close", Node.class, _ -> true);
        robot.clickOn("#close");
        window.speech.pace(Duration.ofMillis(1_500));
        window.speech.hold(false);
        shortcut(KeyCode.J);
        window.await(
                ".job-cell:running .row-about",
                Label.class,
                about -> about.getText().matches(".* [1-9][0-9]:.*×.*"));
        picture("40-queue");
        robot.type(KeyCode.DOWN).type(KeyCode.HOME).type(KeyCode.ENTER);
        window.await("#wordlessSlot #cancel", Node.class, _ -> true);
        picture("41-transcribing");
        jobs.all().forEach(job -> jobs.cancel(job.id()));
    }
}
