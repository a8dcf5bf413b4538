package dev.pharos.ui;

import dev.pharos.ui.sound.Interview;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;

import java.io.IOException;
import java.nio.file.Files;

/// Takes pictures of the window's frame: rail, tabs, halves, palette, keys, as [Screenshots] does.
final class ShellShots extends Pictures {
    @Override
    void take() throws Exception {
        var talk = Interview.transcript();
        window.recording(Interview.wav(temp.resolve("At the lighthouse.wav"), talk), talk);
        var folder = Samples.write(temp.resolve("samples"));
        Files.writeString(
                folder.resolve("tides.md"),
                "---\ntags: [sea, sea/tides, work/station]\n---\n# Tides\n\nHigh water at six.\n");
        Files.writeString(
                folder.resolve("lamps.md"),
                "---\ntags: [sea/lights, work]\n---\n# Lamps of the coast\n\nForty of them.\n");
        window.drop(folder);
        window.await("#onlyProblems", CheckBox.class, _ -> true);
        robot.clickOn("#close");
        window.awaitItems("#list", 8);
        tabs();
        columns();
        palette();
        pages();
    }

    private void open(String name) {
        shortcut(KeyCode.O);
        robot.write(name);
        pause(500);
        robot.type(KeyCode.ENTER);
        pause(700);
    }

    private void openNew(String name) {
        shortcut(KeyCode.O);
        robot.write(name);
        pause(500);
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        pause(700);
    }

    private void tabs() throws IOException {
        picture("80-start");
        open("fresnel");
        openNew("keeper");
        openNew("lighthouse");
        openNew("tides");
        picture("81-tabs");
        shortcut(KeyCode.BACK_SLASH);
        open("lighthouse");
        picture("82-split");
        shortcut(KeyCode.BACK_SLASH);
    }

    private void columns() throws Exception {
        shortcut(KeyCode.DIGIT2);
        picture("83-recordings");
        shortcut(KeyCode.DIGIT3);
        picture("84-notes");
        shortcut(KeyCode.DIGIT4);
        robot.clickOn(".tree-cell");
        robot.type(KeyCode.RIGHT);
        picture("85-tags");
        colour();
        robot.type(KeyCode.F9);
        picture("86-without-list");
        robot.type(KeyCode.F9);
        shortcut(KeyCode.DIGIT1);
    }

    /// Tags with colours, and the line in which one is asked for.
    private void colour() throws Exception {
        window.colour("sea", "#0072b2");
        window.colour("work", "#e69f00");
        pause(700);
        picture("87-tag-colours");
        shortcut(KeyCode.DIGIT1);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.A);
        robot.release(KeyCode.SHIFT, KeyCode.CONTROL);
        robot.write("se");
        dialog("88-add-tag");
        robot.type(KeyCode.ESCAPE);
        shortcut(KeyCode.DIGIT4);
    }

    private void palette() throws IOException {
        shortcut(KeyCode.K);
        picture("87-palette");
        robot.write("tab");
        picture("88-palette-found");
        robot.type(KeyCode.ESCAPE);
    }

    private void pages() throws IOException {
        robot.type(KeyCode.F1);
        picture("89-keys");
        robot.type(KeyCode.SPACE);
        shortcut(KeyCode.K);
        pause(300);
        picture("93-keys-clash");
        shortcut(KeyCode.K);
        robot.interact(() -> ((Button) window.opened().root().lookup("#resetAll")).fire());
        snapshot("94-toast");
        shortcut(KeyCode.COMMA);
        picture("90-settings");
        for (int i = 0; i < 5; i++) {
            shortcut(KeyCode.PLUS);
        }
        picture("91-large");
        shortcut(KeyCode.DIGIT0);
        robot.clickOn("#contrast");
        picture("92-contrast");
        robot.clickOn("#contrast");
    }
}
