package dev.pharos.ui;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Locale;

/// A test in the window over the real engine: each opens one in a folder of its own and uses it as
/// a person does.
@SuppressWarnings("NullAway.Init")
abstract class InWindow {
    final PatientRobot robot = new PatientRobot();
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
        withShift(KeyCode.F);
        window.awaitKeyboard("#line");
    }

    void shortcut(KeyCode key) {
        robot.press(KeyCode.CONTROL).type(key).release(KeyCode.CONTROL);
    }

    void withShift(KeyCode key) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(key)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    /// Goes to a source by its name, or some letters of it, and Enter.
    void openByName(String letters, String title, KeyCode... held) {
        shortcut(KeyCode.O);
        window.awaitKeyboard(".palette .text-field");
        robot.write(letters);
        window.await(
                ".palette .list-cell",
                ListCell.class,
                cell ->
                        cell.isSelected()
                                && String.valueOf(cell.getAccessibleText()).contains(title));
        robot.press(held).type(KeyCode.ENTER).release(held);
        window.awaitTitle(title);
    }

    void openByName(String title) {
        openByName(title, title);
    }

    /// Waits until the list of the library has a row for it.
    void awaitRow(String title) {
        window.await(".source-cell .row-title", Label.class, row -> row.getText().equals(title));
    }

    /// Chooses an item of a menu as soon as it is shown.
    void choose(String item) {
        robot.clickOn(
                ".menu-item",
                Node.class,
                each ->
                        each.lookup(".label") instanceof Label label
                                && item.equals(label.getText()));
    }
}
