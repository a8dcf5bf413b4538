package dev.pharos.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.recording.Recorder;
import dev.pharos.ui.sound.Interview;
import dev.pharos.ui.sound.TestMicrophone;
import dev.pharos.ui.theme.ThemeSettings;
import dev.pharos.ui.theme.Themes;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

/// Takes pictures of the screens that have to do with sound, as [Screenshots] does.
@SuppressWarnings("NullAway.Init")
@EnabledIfSystemProperty(named = "screens", matches = ".+")
final class SoundShots {
    private static final Path FOLDER = Path.of("target/screens");

    @TempDir Path temp;
    private String suffix = "";
    private final FxRobot robot = new FxRobot();
    private TestWindow window;

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1280, 800, en",
        "DARK, 1280, 800, en",
        "LIGHT, 1000, 700, de",
        "DARK, 1000, 700, ru"
    })
    void everyScreen(ThemeSettings.Choice theme, int width, int height, String language)
            throws Exception {
        suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        String wanted = System.getProperty("screens", "");
        assumeTrue(wanted.equals("true") || suffix.contains(wanted), "not asked for");
        unfinished();
        Stage stage = FxToolkit.registerPrimaryStage();
        window =
                WaitForAsyncUtils.waitForAsyncFx(
                        20_000,
                        () ->
                                new TestWindow(
                                        temp.resolve("home"),
                                        stage,
                                        width,
                                        height,
                                        Locale.of(language)));
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> new Themes().follow(theme));
        try {
            transcript();
            recording();
            settings();
            transcribing();
            queue();
        } catch (AssertionError e) {
            picture("failure");
            throw e;
        } finally {
            window.close();
        }
    }

    /// What a program that was killed would leave.
    private void unfinished() throws Exception {
        var microphone = new TestMicrophone();
        try (var recorder = new Recorder(microphone, temp.resolve("home/library/recordings"))) {
            recorder.start(null);
            microphone.hear(754, 0.5);
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> {
                        var state = recorder.state();
                        return state != null && state.elapsedMs() >= 753_000;
                    });
        }
    }

    private void transcript() throws Exception {
        var talk = Interview.transcript();
        var wav = Interview.wav(temp.resolve("At the lighthouse.wav"), talk);
        window.recording(wav, talk);
        window.await("#list", ListView.class, list -> list.getItems().size() == 1);
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
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("light");
        picture("22-find");
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.DOWN).type(KeyCode.F2);
        picture("23-correcting");
        robot.type(KeyCode.ENTER);
        robot.clickOn((Node) window.await(".segment-speaker", Node.class, _ -> true));
        picture("24-who-speaks");
        robot.type(KeyCode.ESCAPE);
        window.player.refuse(new Problem.NoSoundOutput("no device"));
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.write("parabolic mirrors");
        window.await(".hit-cell", Node.class, _ -> true);
        robot.type(KeyCode.ENTER);
        robot.clickOn("#play");
        picture("25-hit-no-output");
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        robot.type(KeyCode.DELETE);
    }

    private void recording() throws IOException {
        robot.clickOn("#record");
        picture("30-recording-idle");
        robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);
        for (int i = 0; i < 30; i++) {
            window.microphone.hear(1, 0.1 + 0.8 * Math.abs(Math.sin(i * 1.3)));
            robot.sleep(130);
        }
        robot.type(KeyCode.M);
        picture("31-recording");
        window.microphone.hear(5, 0);
        picture("32-recording-silent");
        robot.press(KeyCode.CONTROL).type(KeyCode.R).release(KeyCode.CONTROL);
        window.await("#wordlessSlot", Node.class, _ -> true);
        picture("33-no-model");
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

    private void queue() throws IOException {
        robot.press(KeyCode.CONTROL).type(KeyCode.J).release(KeyCode.CONTROL);
        picture("40-queue");
    }

    /// Waits until nothing moves any more and takes the picture of the window's content.
    private void picture(String name) throws IOException {
        robot.sleep(1_200);
        save(name, window.opened.root());
    }

    private void save(String name, Node node) throws IOException {
        Files.createDirectories(FOLDER);
        WaitForAsyncUtils.waitForFxEvents();
        var image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> node.snapshot(null, null));
        ImageIO.write(
                SwingFXUtils.fromFXImage(image, null),
                "png",
                FOLDER.resolve(name + suffix + ".png").toFile());
    }
}
