package dev.pharos.ui;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pharos.ui.theme.ThemeSettings;
import dev.pharos.ui.theme.Themes;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.util.WaitForAsyncUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

/// Takes pictures of screens, to be looked at: `-Dscreens=true`, or `-Dscreens=light-1280` for one
/// of them; they lie in `target/screens`.
@SuppressWarnings("NullAway.Init")
@EnabledIfSystemProperty(named = "screens", matches = ".+")
abstract class Pictures {
    private static final Path FOLDER = Path.of("target/screens");

    @TempDir Path temp;
    final PatientRobot robot = new PatientRobot();
    TestWindow window;
    private String suffix = "";
    private Locale spoken = Locale.ENGLISH;

    /// What there is before the window opens.
    void prepare(Path home) throws Exception {}

    /// Models to choose from, or null.
    @Nullable ModelPorts ports(Path home) {
        return null;
    }

    abstract void take() throws Exception;

    @ParameterizedTest
    @CsvSource({
        "LIGHT, 1280, 800, en",
        "DARK, 1280, 800, en",
        "LIGHT, 1000, 700, de",
        "DARK, 1000, 700, ru"
    })
    void everyScreen(ThemeSettings.Choice theme, int width, int height, String language)
            throws Exception {
        spoken = Locale.of(language);
        suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        String wanted = System.getProperty("screens", "");
        assumeTrue(wanted.equals("true") || suffix.contains(wanted), "not asked for");
        var home = temp.resolve("home");
        prepare(home);
        window = TestWindow.open(home, width, height, Locale.of(language), ports(home));
        robot.interact(() -> new Themes().follow(ThemeSettings.DEFAULT.with(theme)));
        try {
            take();
        } catch (AssertionError e) {
            picture("failure");
            throw e;
        } finally {
            window.close();
        }
    }

    /// The language of the window.
    Locale language() {
        return spoken;
    }

    /// Puts the keyboard into the line.
    void toLine() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.F);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    void shortcut(KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    /// Waits until nothing moves any more and takes the picture of the window's content.
    void picture(String name) throws IOException {
        pause(1_600);
        snapshot(name);
    }

    /// Lets what moves come to rest, for a picture or a measurement; no test may rely on it.
    static void pause(long ms) {
        WaitForAsyncUtils.sleep(ms, TimeUnit.MILLISECONDS);
    }

    void snapshot(String name) throws IOException {
        snapshot(name, window.opened().root());
    }

    /// The picture of the question that stands before the window.
    void dialog(String name) throws IOException {
        var question =
                Window.getWindows().stream()
                        .filter(each -> each != window.stage && each.isShowing())
                        .findFirst()
                        .orElseThrow();
        snapshot(name, question.getScene().getRoot());
    }

    private void snapshot(String name, Node shown) throws IOException {
        Files.createDirectories(FOLDER);
        WaitForAsyncUtils.waitForFxEvents();
        var image = TestWindow.onFx(() -> shown.snapshot(null, null));
        ImageIO.write(
                SwingFXUtils.fromFXImage(image, null),
                "png",
                FOLDER.resolve(name + suffix + ".png").toFile());
    }
}
