package dev.pharos.ui;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.Locale;

/// A test in the window over the real engine: each opens one in a folder of its own and uses it as
/// a person does.
@SuppressWarnings("NullAway.Init")
abstract class InWindow {
    final FxRobot robot = new PatientRobot();
    @TempDir Path temp;
    TestWindow window;

    @BeforeEach
    void open() throws Exception {
        window = TestWindow.open(temp.resolve("home"), 1000, 700, Locale.ENGLISH);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    /// Puts the keyboard into the line.
    void toLine() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.F);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    void shortcut(KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    /// Chooses an item of a menu as soon as it is shown.
    void choose(String item) {
        TestWindow.until(() -> robot.lookup(item).tryQuery().isPresent());
        robot.clickOn(item);
    }
}
