package dev.pharos.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pharos.engine.document.Block;
import dev.pharos.ui.theme.ThemeSettings;
import dev.pharos.ui.theme.Themes;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
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
import java.util.Locale;

import javax.imageio.ImageIO;

/// Takes pictures of every screen, to be looked at: `-Dscreens=true`, or `-Dscreens=light-1280` for
/// one of them; they lie in `target/screens`.
@SuppressWarnings("NullAway.Init")
@EnabledIfSystemProperty(named = "screens", matches = ".+")
final class Screenshots {
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
            window.await("#welcome", javafx.scene.Node.class, _ -> true);
            picture("1-empty");
            imported();
            read();
            asked();
            settings();
            importing();
        } catch (AssertionError e) {
            picture("failure");
            throw e;
        } finally {
            window.close();
        }
    }

    private void imported() throws IOException {
        window.drop(Samples.write(temp.resolve("samples")));
        window.await("#onlyProblems", javafx.scene.control.CheckBox.class, _ -> true);
        picture("2-imported");
        robot.clickOn("#close");
        window.await("#list", ListView.class, list -> list.getItems().size() == 5);
        picture("3-library");
    }

    private void read() throws IOException {
        write("mirror light");
        window.await(".hit-cell", javafx.scene.Node.class, _ -> true);
        picture("4-results");
        robot.type(KeyCode.ENTER);
        window.await("#blocks", ListView.class, list -> !list.getItems().isEmpty());
        picture("5-text");
        write("wick trimmed every four hours");
        window.await(
                "#list",
                ListView.class,
                list ->
                        !list.getItems().isEmpty()
                                && list.getItems().getFirst().toString().contains("wick"));
        robot.type(KeyCode.ENTER);
        window.await(".page-mark", javafx.scene.Node.class, _ -> true);
        picture("6-pdf");
        WaitForAsyncUtils.waitForAsyncFx(
                5_000,
                () -> {
                    line().setText("lihgthouse");
                    return null;
                });
        window.await("#didYouMean", javafx.scene.Node.class, _ -> true);
        picture("7-did-you-mean");
    }

    private TextField line() {
        return (TextField) window.opened.root().lookup("#line");
    }

    private FxRobot write(String text) {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        return robot.write(text);
    }

    private void asked() throws IOException {
        robot.clickOn((ToggleButton) window.opened.root().lookup("#ask"));
        write("When was the Fresnel lens first used?").type(KeyCode.ENTER);
        window.await(".card-button", Button.class, _ -> true);
        robot.clickOn(window.await(".card-button", Button.class, _ -> true));
        window.await(
                "#blocks",
                ListView.class,
                list -> list.getItems().stream().anyMatch(each -> each instanceof Block));
        picture("8-answer");
        write("Who won the chess championship of 1985?").type(KeyCode.ENTER);
        window.await("#notice", Label.class, label -> !label.getText().isEmpty());
        picture("9-refusal");
    }

    private void settings() throws IOException {
        robot.clickOn("#settings");
        window.await("#save", Button.class, _ -> true);
        picture("10-settings");
    }

    private void importing() throws IOException {
        robot.type(KeyCode.ESCAPE);
        Path many = Files.createDirectories(temp.resolve("many"));
        Files.writeString(many.resolve("0-broken.pdf"), "%PDF-1.7 no PDF");
        for (int i = 1; i <= 4_000; i++) {
            Files.writeString(
                    many.resolve("letter-" + i + ".txt"),
                    "Letter " + i + ". The harbour is calm and the lamp burns well. ".repeat(20));
        }
        window.drop(many);
        window.await(".import-panel #list", ListView.class, list -> list.getItems().size() > 300);
        snapshot("11-importing");
        robot.clickOn("#cancel");
        window.await(".import-outcome", Label.class, label -> !label.getText().isEmpty());
        picture("12-import-stopped");
    }

    /// Waits until nothing moves any more and takes the picture of the window's content.
    private void picture(String name) throws IOException {
        robot.sleep(1_600);
        snapshot(name);
    }

    private void snapshot(String name) throws IOException {
        Files.createDirectories(FOLDER);
        WaitForAsyncUtils.waitForFxEvents();
        var image =
                WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> window.opened.root().snapshot(null, null));
        ImageIO.write(
                SwingFXUtils.fromFXImage(image, null),
                "png",
                FOLDER.resolve(name + suffix + ".png").toFile());
    }
}
