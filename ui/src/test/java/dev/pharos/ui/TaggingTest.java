package dev.pharos.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.library.TagsViewModel.Tag;

import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Tags are given, renamed and taken back by the keyboard alone.
final class TaggingTest extends InWindow {
    @BeforeEach
    void fill() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("files"));
        Files.writeString(folder.resolve("tides.md"), "High water at six. #sea\n");
        Files.writeString(folder.resolve("lamps.txt"), "Forty of them.\n");
        window.drop(folder);
        window.await("#close", Button.class, _ -> true);
        robot.clickOn("#close");
        window.await("#list", ListView.class, list -> list.getItems().size() == 2);
    }

    private void tag(KeyCode key) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(key)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
    }

    @Test
    void whatIsChosenGetsATagAndTheWayBackTakesItAway() throws Exception {
        shortcut(KeyCode.DIGIT3);
        shortcut(KeyCode.DIGIT1);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        tag(KeyCode.A);
        robot.write("harbour\n");
        window.await(".toasts .button", Button.class, each -> "Undo".equals(each.getText()));
        assertTrue(window.library.sources().all().getFirst().tags().contains("harbour"));
        tag(KeyCode.Z);

        window.await(
                "#list",
                ListView.class,
                list ->
                        list.getItems().stream()
                                .noneMatch(each -> ((Source) each).tags().contains("harbour")));
    }

    @Test
    void aTagIsRenamedInTheTree() throws Exception {
        shortcut(KeyCode.DIGIT4);
        robot.type(KeyCode.F2);
        robot.write("ocean\n");

        TreeView<?> tree =
                window.await(
                        ".tree-view",
                        TreeView.class,
                        each ->
                                each.getRoot().getChildren().size() == 1
                                        && name(each).equals("ocean"));
        assertEquals(List.of("ocean"), List.of(name(tree)));
    }

    private static String name(TreeView<?> tree) {
        return ((Tag) tree.getRoot().getChildren().getFirst().getValue()).path();
    }
}
