package dev.pharos.ui;

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

/// Tags are given, renamed and taken back by the keyboard alone.
final class TaggingTest extends InWindow {
    @BeforeEach
    void fill() throws Exception {
        Path folder = Files.createDirectories(temp.resolve("files"));
        Files.writeString(folder.resolve("tides.md"), "High water at six. #sea\n");
        Files.writeString(folder.resolve("lamps.txt"), "Forty of them.\n");
        window.drop(folder);
        window.press(".import-panel #close");
        window.awaitItems("#list", 2);
    }

    @Test
    void whatIsChosenGetsATagAndTheWayBackTakesItAway() throws Exception {
        shortcut(KeyCode.DIGIT3);
        shortcut(KeyCode.DIGIT1);
        window.await(
                "#list", ListView.class, list -> list.isFocused() && list.getItems().size() == 2);
        shortcut(KeyCode.A);
        window.await(
                "#list",
                ListView.class,
                list -> list.getSelectionModel().getSelectedIndices().size() == 2);
        withShift(KeyCode.A);
        window.awaitKeyboard(".tag-popup .text-field");
        robot.write("harbour\n");
        window.await(".toasts .button", Button.class, each -> "Undo".equals(each.getText()));
        awaitTagged(2);
        withShift(KeyCode.Z);
        awaitTagged(0);
    }

    /// Waits until the list shows so many that have the tag.
    private void awaitTagged(int count) {
        window.await(
                "#list",
                ListView.class,
                list ->
                        list.getItems().stream()
                                        .filter(each -> ((Source) each).tags().contains("harbour"))
                                        .count()
                                == count);
    }

    @Test
    void aTagIsRenamedInTheTree() throws Exception {
        shortcut(KeyCode.DIGIT4);
        window.await(
                ".tree-view",
                TreeView.class,
                tree -> tree.isFocused() && tree.getSelectionModel().getSelectedItem() != null);
        robot.type(KeyCode.F2);
        window.awaitKeyboard(".tag-popup .text-field");
        robot.write("ocean\n");

        window.await(
                ".tree-view",
                TreeView.class,
                each -> each.getRoot().getChildren().size() == 1 && name(each).equals("ocean"));
    }

    private static String name(TreeView<?> tree) {
        return ((Tag) tree.getRoot().getChildren().getFirst().getValue()).path();
    }
}
