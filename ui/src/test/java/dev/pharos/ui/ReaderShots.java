package dev.pharos.ui;

import dev.pharos.ui.document.ReaderFixture;

import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Takes pictures of flowing text and of what is around it, as [Screenshots] does.
final class ReaderShots extends Pictures {

    @Override
    void take() throws Exception {
        Path file = Files.createDirectories(temp.resolve("books")).resolve("lamps.html");
        Files.writeString(file, ReaderFixture.HTML);
        window.drop(file);
        robot.clickOn("#close");
        window.awaitItems("#list", 1);
        robot.clickOn(".source-cell:filled");
        window.await("#blocks", ListView.class, list -> !list.getItems().isEmpty());
        picture("200-reading");
        looks();
        marks();
        finds();
    }

    private void looks() throws IOException {
        robot.clickOn("#appearance");
        picture("201-look");
        robot.type(KeyCode.ESCAPE);
    }

    private void marks() throws IOException {
        var paragraph = ".paragraph .marked-text";
        robot.doubleClickOn(paragraph);
        picture("202-selected");
        robot.clickOn(".mark-bar .swatch-green");
        robot.clickOn("#panel");
        picture("203-outline");
        robot.clickOn("#highlightsTab");
        picture("204-highlights");
        window.focus("#blocks");
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.clickOn("#noteHighlight");
        pause(600);
        robot.write("How long is that?");
        picture("205-note");
        robot.clickOn("#saveNote");
        pause(300);
    }

    private void finds() throws IOException {
        shortcut(KeyCode.F);
        robot.write("light");
        picture("206-find");
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#appearance");
        robot.clickOn("#typeLarger").clickOn("#typeLarger").clickOn("#typeLarger");
        robot.interact(() -> ((javafx.scene.control.ToggleButton) chosen("look.sepia")).fire());
        robot.interact(() -> ((javafx.scene.control.ToggleButton) chosen("look.serif")).fire());
        picture("207-sepia");
        robot.interact(() -> ((javafx.scene.control.ToggleButton) chosen("look.night")).fire());
        robot.type(KeyCode.ESCAPE);
        robot.clickOn("#panel");
        robot.clickOn("#blocks");
        robot.type(KeyCode.SPACE);
        picture("208-night");
    }

    private Node chosen(String key) {
        String words = new Texts(language()).text(key);
        return window.opened().root().lookupAll(".look-card .toggle-button").stream()
                .filter(each ->
                        each instanceof javafx.scene.control.ToggleButton button
                                && button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
